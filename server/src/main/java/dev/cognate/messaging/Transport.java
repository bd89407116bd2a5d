package dev.cognate.messaging;

/**
 * A way out of the server, to a system that delivers messages. That system cannot take part in a transaction, so a
 * message may reach it more than once. Safe for use by many threads.
 */
public interface Transport extends AutoCloseable {

    /** Hands one message over and waits for the answer. Does not throw. */
    Delivery send(Message message);

    /** Lets go of connections. */
    @Override
    void close();
}
