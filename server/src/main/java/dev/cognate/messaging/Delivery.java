package dev.cognate.messaging;

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
     * Never: another attempt would end the same.
     *
     * @param error why, for the operator
     */
    record Refused(String error) implements Delivery {}
}
