package dev.cognate.cli.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where requests go, and to which region they belong when nobody says. Reference: oauth-config D13. */
public record Endpoint(URI uri) {
    /** The last port that there is. */
    public static final int LAST_PORT = 65_535;

    /** Where {@code cognate serve} listens unless told otherwise. */
    public static final String DEFAULT = "http://127.0.0.1:2646";

    /**
     * The endpoint of a call: what the option says, else what is configured, else Cognate's own address on this machine.
     *
     * @throws CliError when the address that was given is none
     */
    public static Endpoint of(@Nullable String option, @Nullable String configured) {
        if (option != null) {
            if (!option.contains("://")) {
                throw CliError.Invalid.option("Bad value for --endpoint-url \"" + option
                        + "\": scheme is missing.  Must be" + " of the form http://<hostname>/ or https://<hostname>/");
            }
            return at(option);
        }
        return at(configured == null ? DEFAULT : configured);
    }

    private static Endpoint at(String address) {
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme();
            boolean web = "http".equals(scheme) || "https".equals(scheme);
            if (!web || uri.getHost() == null) {
                throw new CliError.General("Invalid endpoint: " + address);
            }
            if (uri.getPort() > LAST_PORT) {
                throw new CliError.General("Port out of range 0-" + LAST_PORT);
            }
            return new Endpoint(uri.getRawPath().isEmpty() ? new URI(address + "/") : uri);
        } catch (URISyntaxException notAnAddress) {
            throw new CliError.General("Invalid endpoint: " + address);
        }
    }

    /** Whether requests stay on this machine. */
    public boolean isLoopback() {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    /**
     * The region of a call when nobody says one: any will do for Cognate on this machine.
     *
     * @throws CliError.Configuration for another machine
     */
    public String usualRegion() {
        if (isLoopback()) {
            return "us-east-1";
        }
        throw noRegion();
    }

    /** The error about a region that is needed and not known. */
    public static CliError noRegion() {
        return new CliError.Configuration(
                "NoRegion",
                "You must specify a region. You can also configure your region by running \"aws configure\".");
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
