package dev.cognate.front;

import dev.cognate.wire.Fault;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.fault.InternalErrorException;

/**
 * The answers to what never becomes a request: bytes that are no HTTP, a body that is too large, one request more than
 * may be worked on. They have the API's form, so that its clients can read them; the types are those of AWS's list of
 * common errors.
 */
final class Refusals {
    private final RequestIds ids;
    private final Metrics metrics;

    Refusals(RequestIds ids, Metrics metrics) {
        this.ids = ids;
        this.metrics = metrics;
    }

    /** The answer with that HTTP status. */
    Response answer(int status) {
        metrics.refused(status);
        return ApiAnswers.fault(ids.next(), Form.JSON_1_1, fault(status));
    }

    private static Fault fault(int status) {
        return switch (status) {
            case 413 -> new ProtocolFault("RequestEntityTooLargeException", 413, "The request body is too large.");
            case 500 -> new InternalErrorException("Internal error.");
            case 503 ->
                // The SDKs try again on this status, whatever the type is.
                new ProtocolFault("ServiceUnavailableException", 503, "The server has too much to do at the moment.");
            default -> new ProtocolFault("MalformedHttpRequestException", status, "The request is not valid HTTP.");
        };
    }
}
