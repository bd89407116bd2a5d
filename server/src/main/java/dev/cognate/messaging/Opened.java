package dev.cognate.messaging;

/**
 * A message of the outbox whose seal is open.
 *
 * @param message the message
 * @param due its row
 */
record Opened(Message message, OutboxTable.Due due) {

    String id() {
        return due.id();
    }

    /** The message under the seal that it had, which it keeps in the inbox. */
    Outbox.Sealed asSealed() {
        return new Outbox.Sealed(message, due.sealed());
    }
}
