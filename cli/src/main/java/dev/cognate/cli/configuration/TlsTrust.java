package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a connection trusts: the authorities of the Java runtime, those of a file ({@code --ca-bundle}), both, or anybody
 * ({@code --no-verify-ssl}). Reference: oauth-config D12, D13.
 *
 * @param verified whether the server must prove who it is
 * @param bundle a file of certificates, PEM; null for the runtime's own
 * @param besideRuntime whether the runtime's own authorities are trusted beside those of the file
 */
public record TlsTrust(boolean verified, @Nullable String bundle, boolean besideRuntime) {

    /** Trusts the authorities of the file alone; with null those of the runtime. */
    public static TlsTrust in(@Nullable String bundle) {
        return new TlsTrust(true, bundle, false);
    }

    /** Trusts the authorities of the file, and those of the runtime. */
    public static TlsTrust alsoIn(String bundle) {
        return new TlsTrust(true, bundle, true);
    }

    /** Trusts anybody. */
    public static TlsTrust inAnybody() {
        return new TlsTrust(false, null, false);
    }

    /**
     * Applies the trust to a connection.
     *
     * @throws CliError.General when the file of certificates cannot be used
     */
    public void apply(HttpsURLConnection connection) {
        TrustManager[] managers = managers();
        if (managers == null) {
            return;
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            connection.setSSLSocketFactory(context.getSocketFactory());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has TLS", impossible);
        }
        if (!verified) {
            connection.setHostnameVerifier((_, _) -> true);
        }
    }

    /**
     * What decides about a server's certificate; null for what the runtime has.
     *
     * @throws CliError.General when the file of certificates cannot be used
     */
    public TrustManager @Nullable [] managers() {
        if (!verified) {
            return new TrustManager[] {new Anybody()};
        }
        if (bundle == null) {
            return null;
        }
        try {
            return authorities(bundle).getTrustManagers();
        } catch (GeneralSecurityException | IOException | InvalidPathException unusable) {
            throw new CliError.General("Could not find a suitable TLS CA certificate bundle, invalid path: " + bundle);
        }
    }

    private TrustManagerFactory authorities(String file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("no certificates");
            }
            add(found, store);
        }
        if (besideRuntime) {
            for (TrustManager manager : factory(null).getTrustManagers()) {
                if (manager instanceof X509TrustManager runtime) {
                    add(List.of(runtime.getAcceptedIssuers()), store);
                }
            }
        }
        return factory(store);
    }

    private static void add(Collection<? extends Certificate> authorities, KeyStore store) throws KeyStoreException {
        for (Certificate authority : authorities) {
            store.setCertificateEntry("authority" + store.size(), authority);
        }
    }

    /** @param store has the authorities; null for those of the runtime */
    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
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
