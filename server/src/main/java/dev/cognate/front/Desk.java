package dev.cognate.front;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the listener takes requests: nearly all of them when they have arrived completely. */
interface Desk extends Endpoint {

    /** The mount that takes the body of such a request as it arrives; null for all other requests. */
    Mount.@Nullable Upload upload(String method, String path);

    /**
     * The answer to a request whose body arrives meanwhile.
     *
     * @throws IOException the body does not
     */
    Response answer(Mount.Upload upload, Request head, InputStream body) throws IOException;

    /** A desk that holds every body until it is complete. */
    static Desk of(Endpoint endpoint) {
        return new Desk() {
            @Override
            public Response answer(Request request) {
                return endpoint.answer(request);
            }

            @Override
            public Mount.@Nullable Upload upload(String method, String path) {
                return null;
            }

            @Override
            public Response answer(Mount.Upload upload, Request head, InputStream body) throws IOException {
                return upload.endpoint().answer(head, body);
            }
        };
    }
}
