package dev.cognate.front;

import org.jspecify.annotations.Nullable;

/** One request on its way, with what is learned about it for the access log and the metrics. Used by one thread. */
final class Exchange {
    private final Request request;
    private final String id;
    private String operation = "none";
    private @Nullable String fault;
    private @Nullable String accessKeyId;

    Exchange(Request request, String id) {
        this.request = request;
        this.id = id;
    }

    Request request() {
        return request;
    }

    /** The request's id. */
    String id() {
        return id;
    }

    /** The operation of the API or the mount that is asked for; {@code none} for neither. One of a limited number. */
    String operation() {
        return operation;
    }

    void operation(String name) {
        operation = name;
    }

    /** The type of the fault that is answered, null for none. */
    @Nullable String fault() {
        return fault;
    }

    void fault(String type) {
        fault = type;
    }

    /** The access key that signed the request, null for an unsigned one. */
    @Nullable String accessKeyId() {
        return accessKeyId;
    }

    void accessKeyId(String id) {
        accessKeyId = id;
    }

    /** What the client calls itself, null when it says nothing. */
    @Nullable String userAgent() {
        String agent = request.headers().first("User-Agent");
        return agent == null ? request.headers().first("X-Amz-User-Agent") : agent;
    }
}
