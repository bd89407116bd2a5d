package dev.cognate.bench.subject;

import java.io.IOException;
import java.net.URI;

/**
 * A server under test. Closing it ends its process.
 *
 * @param name what it is called in the report
 * @param program its process
 * @param address where it answers
 * @param pool the id of the pool that the load is for
 * @param client the id of an app client of that pool, without a secret
 */
public record Server(String name, Program program, URI address, String pool, String client) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        program.close();
    }
}
