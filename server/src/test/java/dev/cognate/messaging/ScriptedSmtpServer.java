package dev.cognate.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server that answers each command as a test wants it to, and can turn to TLS when it is asked (STARTTLS).
 */
final class ScriptedSmtpServer implements AutoCloseable {
    private final ServerSocket listener;
    private final @Nullable SSLContext tls;
    private final Map<String, String> replies = new ConcurrentHashMap<>();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** A server on a free port; with a context it offers STARTTLS. */
    ScriptedSmtpServer(@Nullable SSLContext tls) {
        this.tls = tls;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Answers commands that begin with the verb in this way; {@code .} is the end of a message. */
    ScriptedSmtpServer replies(String verb, String reply) {
        replies.put(verb, reply);
        return this;
    }

    /** What clients said, line by line; what was said over TLS begins with {@code tls: }. */
    List<String> received() {
        return List.copyOf(received);
    }

    int connections() {
        return connections.get();
    }

    /** Cuts every connection. */
    void cut() throws IOException {
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> talk(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket client) {
        try (client) {
            say(client, "220 scripted ESMTP");
            converse(client, "");
        } catch (IOException gone) {
            // The client hung up, or the test did.
        }
    }

    private void converse(Socket client, String prefix) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean inData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            received.add(prefix + line);
            if (inData && !line.equals(".")) {
                continue;
            }
            inData = false;
            String verb = line.split(" ", 2)[0];
            if (verb.equals("STARTTLS") && tls != null) {
                say(client, "220 go ahead");
                converse(secured(tls, client), "tls: ");
                return;
            }
            String reply = replies.getOrDefault(verb, usual(verb, prefix.isEmpty()));
            if (reply.equals("silence")) {
                continue;
            }
            say(client, reply);
            inData = verb.equals("DATA") && reply.startsWith("354");
        }
    }

    private String usual(String verb, boolean inTheClear) {
        return switch (verb) {
            case "EHLO" -> tls != null && inTheClear ? "250-scripted\r\n250 STARTTLS" : "250 scripted";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static SSLSocket secured(SSLContext tls, Socket client) throws IOException {
        SSLSocket secured = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        secured.setUseClientMode(false);
        return secured;
    }

    private static void say(Socket client, String reply) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
