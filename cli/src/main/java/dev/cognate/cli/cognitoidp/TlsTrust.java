package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.terminal.CliError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a connection trusts: the authorities of the Java runtime, those of a file ({@code --ca-bundle}), or anybody
 * ({@code --no-verify-ssl}). Reference: oauth-config D12, D13.
 *
 * @param verified whether the server must prove who it is
 * @param bundle a file of certificates, PEM; null for the runtime's own
 */
record TlsTrust(boolean verified, @Nullable String bundle) {

    /**
     * Applies the trust to a connection.
     *
     * @throws CliError.General when the file of certificates cannot be used
     */
    void apply(HttpsURLConnection connection) {
        try {
            if (!verified) {
                connection.setSSLSocketFactory(context(new Anybody()).getSocketFactory());
                connection.setHostnameVerifier((_, _) -> true);
            } else if (bundle != null) {
                connection.setSSLSocketFactory(
                        context(authorities(bundle).getTrustManagers()).getSocketFactory());
            }
        } catch (GeneralSecurityException | IOException | InvalidPathException unusable) {
            throw new CliError.General("Could not find a suitable TLS CA certificate bundle, invalid path: " + bundle);
        }
    }

    private static SSLContext context(TrustManager... trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }

    private static TrustManagerFactory authorities(String file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("no certificates");
            }
            for (Certificate certificate : found) {
                store.setCertificateEntry("authority" + store.size(), certificate);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    /** Trusts anybody: only for the one who said {@code --no-verify-ssl}. */
    private static final class Anybody implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
