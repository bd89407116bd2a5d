package dev.cognate.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;

/** One recorded SRP exchange, by its name in the file of all. */
final class SrpVector {
    private final String name;
    private final Properties all = new Properties();

    SrpVector(String name) throws IOException {
        this.name = name;
        try (InputStream in = Objects.requireNonNull(SrpVector.class.getResourceAsStream("srp-vectors.properties"))) {
            all.load(new InputStreamReader(in, UTF_8));
        }
    }

    String text(String key) {
        return Objects.requireNonNull(all.getProperty(name + "." + key), key);
    }

    BigInteger number(String key) {
        return new BigInteger(text(key), 16);
    }

    SrpVerifier verifier() {
        return SrpVerifier.of(number("salt"), text("pool"), text("username"), text("password"));
    }

    /** What the client signed. */
    SrpServer.Claim claim() {
        return new SrpServer.Claim(
                text("pool"),
                text("username"),
                Base64.getDecoder().decode(all.getProperty("all.block")),
                all.getProperty("all.timestamp"));
    }
}
