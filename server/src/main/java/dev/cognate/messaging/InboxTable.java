package dev.cognate.messaging;

import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of the inbox. Ids sort by time, so the newest come first in descending order. */
final class InboxTable {
    private static final String ONE = "(?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT = """
            INSERT INTO inbox (message_id, sent_at, pool_id, client_id, username, trigger_source, medium, destination,
                               sealed)
            VALUES %s ON CONFLICT (message_id) DO NOTHING
            """;

    /** What nearly every transaction with a message says: not made anew each time. */
    private static final String INSERT_ONE = INSERT.formatted(ONE);

    private InboxTable() {}

    /** A row: when the message arrived, and the message under its seal. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Arrived(Instant sentAt, byte[] sealed) {

        @Override
        public String toString() {
            return "Arrived[" + sentAt + "]";
        }
    }

    static void insert(Tx tx, List<Outbox.Sealed> messages, Instant sentAt) {
        List<List<@Nullable Object>> rows = new ArrayList<>(messages.size());
        messages.forEach(ready -> rows.add(row(ready, sentAt)));
        Chunks.each(
                rows,
                ONE,
                (values, parameters) ->
                        tx.update(values.equals(ONE) ? INSERT_ONE : INSERT.formatted(values), parameters.toArray()));
    }

    private static List<@Nullable Object> row(Outbox.Sealed ready, Instant sentAt) {
        Message message = ready.message();
        return Arrays.<@Nullable Object>asList(
                message.id(),
                sentAt,
                message.pool().value(),
                message.client() == null ? null : message.client().value(),
                message.username(),
                message.triggerSource(),
                message.medium().wire(),
                message.destination(),
                ready.bytes());
    }

    static List<Arrived> list(Tx tx, InboxQuery query) {
        StringBuilder where = new StringBuilder("WHERE TRUE");
        List<@Nullable Object> parameters = new ArrayList<>();
        if (query.pool() != null) {
            where.append(" AND pool_id = ?");
            parameters.add(query.pool().value());
        }
        if (query.username() != null) {
            where.append(" AND username = ?");
            parameters.add(query.username());
        }
        if (query.destination() != null) {
            where.append(" AND destination = ?");
            parameters.add(query.destination());
        }
        parameters.add(query.limit());
        String sql = "SELECT sent_at, sealed FROM inbox %s ORDER BY message_id DESC LIMIT ?".formatted(where);
        return tx.list(sql, InboxTable::arrived, parameters.toArray());
    }

    static @Nullable Arrived find(Tx tx, String id) {
        return tx.first("SELECT sent_at, sealed FROM inbox WHERE message_id = ?", InboxTable::arrived, id);
    }

    static boolean delete(Tx tx, String id) {
        return tx.update("DELETE FROM inbox WHERE message_id = ?", id) == 1;
    }

    /** The newest message but so many, null when there are no more than that. */
    static @Nullable String newestBut(Tx tx, int kept) {
        return tx.first(
                "SELECT message_id FROM inbox ORDER BY message_id DESC LIMIT 1 OFFSET ?", row -> row.string(1), kept);
    }

    /** Deletes the oldest messages up to the given one, at most so many, and says how many. */
    static int deleteOldest(Tx tx, String last, int most) {
        return tx.update("""
                DELETE FROM inbox WHERE message_id IN
                    (SELECT message_id FROM inbox WHERE message_id <= ? ORDER BY message_id LIMIT ?)
                """, last, most);
    }

    private static Arrived arrived(Row row) {
        return new Arrived(row.instant(1), row.bytes(2));
    }
}
