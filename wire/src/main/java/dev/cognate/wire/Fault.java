package dev.cognate.wire;

import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error. Becomes {@code {"__type":…,"message":…}} in one place, the listener. Has no stack trace:
 * it is an expected answer and costs as little as one. Reference: lifecycle A1, oauth-config A3.
 */
public abstract class Fault extends RuntimeException {
    private final transient String type;
    private final transient int status;

    /**
     * A fault.
     *
     * @param type the name on the wire, such as {@code UserNotFoundException}
     * @param status the HTTP status
     * @param message what the client is told, null for an answer without a message
     */
    protected Fault(String type, int status, @Nullable String message) {
        super(message, null, false, false);
        this.type = type;
        this.status = status;
    }

    /** The name on the wire. */
    public String type() {
        return type;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Writes the members beside the type and the message that the model gives this error; usually none. */
    public void writeMembers(JsonOutput out) {}
}
