package dev.cognate.front;

/**
 * Where to listen.
 *
 * @param host the name or IP address of the interface
 * @param port the TCP port, 0 to 65535; 0 picks a free one
 */
public record Listen(String host, int port) {

    /** Checks the port. */
    public Listen {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 0 to 65535, not " + port);
        }
    }
}
