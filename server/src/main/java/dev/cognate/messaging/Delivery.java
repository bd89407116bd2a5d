package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/** What came of one attempt to hand a message to another system. Errors hold neither the code nor the link. */
public sealed interface Delivery {

    /** The other system has taken the message over. */
    record Delivered() implements Delivery {}

    /**
     * Not now: worth another attempt.
     *
     * @param error why, for the operator
     */
    record Deferred(String error) implements Delivery {}

    /**
     * Not before somebody mends the configuration, of the pool or of the server: worth another attempt then.
     *
     * @param trouble what is wrong
     * @param error why, for the operator
     */
    record Misconfigured(Trouble trouble, String error) implements Delivery {}

    /**
     * Never: another attempt would end the same.
     *
     * @param error why, for the operator
     * @param trouble what is wrong with the configuration, null when it is the message or its address
     */
    record Refused(String error, @Nullable Trouble trouble) implements Delivery {

        /** The message or its address is refused. */
        public Refused(String error) {
            this(error, null);
        }
    }
}
