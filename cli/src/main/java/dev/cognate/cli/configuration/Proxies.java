package dev.cognate.cli.configuration;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Environment;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that requests go through: that of {@code https_proxy} or {@code http_proxy}, in small or capital letters,
 * unless {@code no_proxy} names the host. Requests that stay on this machine go through none.
 */
public final class Proxies {
    private static final int USUAL_PORT = 80;

    private final Environment environment;

    /** @param environment has the variables */
    public Proxies(Environment environment) {
        this.environment = environment;
    }

    /**
     * The proxy for an endpoint; {@link Proxy#NO_PROXY} when there is none.
     *
     * @throws CliError.General when a variable holds no address
     */
    public Proxy of(Endpoint endpoint) {
        String scheme = endpoint.uri().getScheme().toLowerCase(Locale.ROOT);
        String address = environment.first(scheme + "_proxy", (scheme + "_proxy").toUpperCase(Locale.ROOT));
        if (address == null || endpoint.isLoopback() || isExempt(endpoint.uri().getHost())) {
            return Proxy.NO_PROXY;
        }
        URI uri = parsed(address.contains("://") ? address : "http://" + address);
        String host = uri == null ? null : uri.getHost();
        if (uri == null || host == null || uri.getPort() > Endpoint.LAST_PORT) {
            // The address stays out of the complaint: it may hold a password.
            throw new CliError.General(
                    "Failed to connect to proxy URL: the variable " + scheme + "_proxy is no address");
        }
        int port = uri.getPort() < 0 ? USUAL_PORT : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    private boolean isExempt(String host) {
        String exempt = environment.first("no_proxy", "NO_PROXY");
        if (exempt == null) {
            return false;
        }
        String name = "." + host.toLowerCase(Locale.ROOT);
        for (String entry : exempt.toLowerCase(Locale.ROOT).split(",", -1)) {
            String suffix = entry.strip();
            String dotted = suffix.startsWith(".") ? suffix : "." + suffix;
            if (suffix.equals("*") || (!suffix.isEmpty() && name.endsWith(dotted))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable URI parsed(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
