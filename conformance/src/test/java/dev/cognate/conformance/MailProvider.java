package dev.cognate.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes mails by HTTP, as the providers do that a custom sender hands them to. */
final class MailProvider implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final HttpServer server;
    private final BlockingQueue<String> mails = new LinkedBlockingQueue<>();

    private MailProvider(HttpServer server) {
        this.server = server;
    }

    static MailProvider start() {
        try {
            MailProvider provider =
                    new MailProvider(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            provider.server.createContext("/", provider::take);
            provider.server.start();
            return provider;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            mails.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The next mail, as the sender posted it. */
    Program.Answer next() {
        try {
            String mail = mails.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (mail == null) {
                throw new AssertionError("No mail arrived");
            }
            return new Program.Answer(200, mail);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
