package dev.cognate.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that a server on this machine signed itself, made by the JDK's own keytool. */
record SelfSigned(Path keyStore, Path certificate) {
    static final String PASSWORD = "changeit";

    /** A certificate for a host name, in files of the folder. */
    static SelfSigned of(Path folder, String host) throws IOException, InterruptedException {
        Path keys = folder.resolve(host + ".p12");
        Path pem = folder.resolve(host + ".pem");
        keytool(
                "-genkeypair",
                "-keystore",
                keys.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host);
        keytool(
                "-exportcert",
                "-rfc",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "server",
                "-file",
                pem.toString());
        return new SelfSigned(keys, pem);
    }

    SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keyStore)) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ProcessBuilder command = new ProcessBuilder(tool);
        command.command().addAll(List.of(arguments));
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }
}
