package dev.cognate.conformance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that has to be told its port, and that takes it only a while later. It is none of those that systems
 * hand out by themselves (from 32768 on Linux, from 49152 elsewhere): each connection that anybody opens meanwhile takes one
 * of them.
 */
final class FreePort {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 32_000;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    static int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // Another one may be free.
            }
        }
        throw new AssertionError("There is no free port between " + LOWEST + " and " + BEYOND);
    }
}
