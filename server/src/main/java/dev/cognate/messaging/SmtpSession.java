package dev.cognate.messaging;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Translates our settings into those of the mail library. */
final class SmtpSession {
    private SmtpSession() {}

    /**
     * A session of the mail library.
     *
     * @param timer ends writes that take too long; the library would else make a thread for each connection
     * @throws IllegalArgumentException the file of trusted certificates cannot be used
     */
    static Session of(SmtpSettings settings, ScheduledExecutorService timer) {
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        smtp(properties, "host", settings.host());
        smtp(properties, "port", Integer.toString(settings.port()));
        String patience = Long.toString(settings.patience().toMillis());
        smtp(properties, "connectiontimeout", patience);
        smtp(properties, "timeout", patience);
        smtp(properties, "writetimeout", patience);
        properties.put("mail.smtp.executor.writetimeout", timer);
        smtp(properties, "quitwait", "false");
        smtp(properties, "auth", Boolean.toString(settings.login() != null));
        protect(properties, settings.security());
        Path trusted = settings.trusted();
        if (trusted != null) {
            properties.put("mail.smtp.ssl.socketFactory", trusting(trusted));
        }
        return Session.getInstance(properties);
    }

    private static void protect(Properties properties, SmtpSecurity security) {
        smtp(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        smtp(properties, "ssl.checkserveridentity", "true");
        switch (security) {
            case NONE -> {}
            case STARTTLS -> {
                smtp(properties, "starttls.enable", "true");
                smtp(properties, "starttls.required", "true");
            }
            case TLS -> smtp(properties, "ssl.enable", "true");
        }
    }

    private static void smtp(Properties properties, String name, String value) {
        properties.put("mail.smtp." + name, value);
    }

    private static SSLSocketFactory trusting(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("trusted-" + store.size(), each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The trusted certificates in " + pem + " cannot be used", unusable);
        }
    }
}
