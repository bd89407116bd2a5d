package dev.cognate.bench.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One connection that asks one thing at a time and keeps the answers: for whoever compares answers, not only counts them.
 * Used by one thread.
 */
public final class Probe implements AutoCloseable {
    private final HttpConnection connection;

    /** Connects to a server of this machine. */
    public Probe(URI server) throws IOException {
        this.connection = new HttpConnection(server, true);
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param body the body, read as Latin-1
     * @param nanos from the first byte sent to the last one read
     */
    public record Answer(int status, String body, long nanos) {}

    /** Asks once: the request of the script with this number. */
    public Answer ask(Script script, long number) throws IOException {
        byte[] body = script.bodies().apply(number).getBytes(StandardCharsets.UTF_8);
        byte[] head = script.head(body.length);
        long begin = System.nanoTime();
        HttpConnection.Answer answer = connection.exchange(head, body);
        return new Answer(answer.status(), answer.body(), System.nanoTime() - begin);
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
