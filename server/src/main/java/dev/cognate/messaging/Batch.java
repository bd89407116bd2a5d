package dev.cognate.messaging;

import java.util.List;

/**
 * Due messages, sorted by what is to become of them.
 *
 * @param toInbox arrive in the inbox
 * @param toSend leave by a transport
 * @param decoys are dropped: ids
 * @param unreadable cannot be opened: ids
 */
record Batch(List<Opened> toInbox, List<Opened> toSend, List<String> decoys, List<String> unreadable) {

    static List<String> ids(List<Opened> messages) {
        return messages.stream().map(Opened::id).toList();
    }
}
