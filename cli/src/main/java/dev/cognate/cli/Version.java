package dev.cognate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Which version of the program this is, as it tells people and servers. */
final class Version {

    private Version() {}

    /** What {@code cognate --version} prints. */
    static String line() {
        return "cognate/" + number() + " Java/" + Runtime.version().feature() + " " + System.getProperty("os.name")
                + "/" + System.getProperty("os.version") + " " + System.getProperty("os.arch");
    }

    /** The header that names this program to a server. */
    static String userAgent() {
        return "cognate-cli/" + number() + " lang/java#" + Runtime.version().feature() + " os/"
                + System.getProperty("os.name").toLowerCase(Locale.ROOT) + " cfg/retry-mode#standard";
    }

    private static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.txt")) {
            return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
