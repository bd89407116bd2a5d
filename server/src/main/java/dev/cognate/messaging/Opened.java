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

    /** The sealed form, which goes on into the inbox as it is. */
    byte[] sealed() {
        return due.sealed();
    }
}
