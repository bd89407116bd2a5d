package dev.cognate.wire;

import org.jspecify.annotations.Nullable;

/**
 * An error of the protocol itself, which no operation lists: an unreadable body, an unknown operation, a bad signature.
 * Reference: oauth-config A4, A7.
 */
public final class ProtocolFault extends Fault {

    /** A fault with HTTP status 400. */
    public ProtocolFault(String type, @Nullable String message) {
        this(type, 400, message);
    }

    /** A fault with a status of its own. */
    public ProtocolFault(String type, int status, @Nullable String message) {
        super(type, status, message);
    }

    /** The body cannot be read; most cases have no message. */
    public static ProtocolFault serialization(@Nullable String message) {
        return new ProtocolFault("SerializationException", message);
    }

    /** There is no operation of that name. */
    public static ProtocolFault unknownOperation() {
        return new ProtocolFault("UnknownOperationException", null);
    }

    /** The operation is in the model and this server does not perform it yet. */
    public static ProtocolFault notImplemented(String operation) {
        return new ProtocolFault(
                "OperationNotImplemented", 501, operation + " is not implemented by this version of Cognate.");
    }
}
