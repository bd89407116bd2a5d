package dev.cognate.front;

import dev.cognate.wire.fault.TooManyRequestsException;

/** Lets requests through to their operation, or not: where request rates are enforced. */
@FunctionalInterface
public interface Gate {
    /** Lets every request through. */
    Gate OPEN = (_, _) -> {};

    /**
     * Lets a request through whose caller is known.
     *
     * @param operation the operation's name
     * @param region the region that the request is for
     * @throws TooManyRequestsException it is one too many
     */
    void admit(String operation, String region);
}
