package dev.cognate.front;

import java.io.IOException;
import java.io.InputStream;

/** Answers HTTP requests whose body is too large to be held. Called by many threads at once, each of them virtual. */
@FunctionalInterface
public interface StreamingEndpoint {

    /**
     * The answer to a request. A body that is not read to its end costs the client the connection.
     *
     * @param head the request with an empty body
     * @param body the body as it arrives
     * @throws IOException passed on from the body: the client has gone, is too slow, or sends more than it may
     */
    Response answer(Request head, InputStream body) throws IOException;
}
