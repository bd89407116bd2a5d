package dev.cognate.front;

import dev.cognate.wire.Handler;
import java.util.List;

/**
 * An API of JSON 1.1 beside that of user pools, on the same port: requests are told apart by their {@code X-Amz-Target}.
 *
 * @param targetPrefix what its targets begin with, with the full stop
 * @param service the service in the scope of its signatures
 * @param handlers its operations
 */
public record OtherApi(String targetPrefix, String service, List<Handler<?, ?>> handlers) {

    /** Copies the handlers. */
    public OtherApi {
        handlers = List.copyOf(handlers);
    }
}
