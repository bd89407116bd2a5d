package dev.cognate.verification;

import dev.cognate.wire.Fault;

/**
 * What was decided about a user does not hold any more: while a function was asked the user was deleted, disabled,
 * confirmed. Thrown by the transaction that notices, so that nothing is stored; never leaves an operation.
 */
public final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;

    /** With what a client is told that may know of the user. */
    public Overtaken(Fault fault) {
        super(null, fault, false, false);
        this.fault = fault;
    }

    /** What a client is told that may know of the user. */
    public Fault fault() {
        return fault;
    }
}
