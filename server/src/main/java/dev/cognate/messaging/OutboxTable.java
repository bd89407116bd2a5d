package dev.cognate.messaging;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of the outbox. A message is queued until it is delivered (and gone) or failed. Whoever is about to send one
 * leases it: its due time moves to the end of the lease, so that nobody else finds it due before, and so that it is
 * found again when its holder dies. Every change is conditional; the row count decides between two couriers.
 *
 * <p>Statements that name their rows by id say {@code state <> 'failed'} and not {@code state = 'queued'}: SQLite would
 * else walk the index of all that is due to find them.
 */
final class OutboxTable {
    private OutboxTable() {}

    /** A message that is due. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Due(String id, int attempts, byte[] sealed) {

        @Override
        public String toString() {
            return "Due[" + id + "]";
        }
    }

    static void insert(Tx tx, Message message, byte[] sealed) {
        tx.update("""
                INSERT INTO outbox (message_id, pool_id, state, due_at, lease_until, attempts, created_at, sealed)
                VALUES (?, ?, 'queued', ?, 0, 0, ?, ?)
                """, message.id(), message.pool().value(), message.createdAt(), message.createdAt(), sealed);
    }

    static List<Due> due(Tx tx, Instant now, int most) {
        return tx.list("""
                SELECT message_id, attempts, sealed FROM outbox
                WHERE state = 'queued' AND due_at <= ? ORDER BY due_at LIMIT ?
                """, row -> new Due(row.string(1), (int) row.number(2), row.bytes(3)), now, most);
    }

    /** When the next message is due, null when none is queued. */
    static @Nullable Instant nextDue(Tx tx) {
        return tx.first(
                "SELECT due_at FROM outbox WHERE state = 'queued' ORDER BY due_at LIMIT 1", row -> row.instant(1));
    }

    /** Removes those that are still due, and says which they were. */
    static Set<String> take(Tx tx, List<String> ids, Instant now) {
        Set<String> taken = new HashSet<>();
        Chunks.each(rows(ids), "?", (placeholders, parameters) -> {
            parameters.add(now);
            taken.addAll(tx.list("""
                    DELETE FROM outbox WHERE message_id IN (%s) AND state <> 'failed' AND due_at <= ?
                    RETURNING message_id
                    """.formatted(placeholders), row -> row.string(1), parameters.toArray()));
        });
        return taken;
    }

    /** Leases those that are still due, counts the attempt, and says which they were. */
    static Set<String> lease(Tx tx, List<String> ids, Instant now, Instant until) {
        Set<String> leased = new HashSet<>();
        Chunks.each(rows(ids), "?", (placeholders, parameters) -> {
            parameters.addAll(0, List.of(until, until));
            parameters.add(now);
            leased.addAll(tx.list("""
                    UPDATE outbox SET due_at = ?, lease_until = ?, attempts = attempts + 1
                    WHERE message_id IN (%s) AND state <> 'failed' AND due_at <= ? RETURNING message_id
                    """.formatted(placeholders), row -> row.string(1), parameters.toArray()));
        });
        return leased;
    }

    /** Removes a message that was sent, whoever holds its lease by now. */
    static int delivered(Tx tx, String id) {
        return tx.update("DELETE FROM outbox WHERE message_id = ?", id);
    }

    /** Gives a lease back: the message is due at the given time. */
    static int defer(Tx tx, String id, Instant lease, Instant due, String error) {
        return tx.update("""
                UPDATE outbox SET due_at = ?, lease_until = 0, last_error = ?
                WHERE message_id = ? AND lease_until = ? AND state = 'queued'
                """, due, error, id, lease);
    }

    /** Gives a lease back that was not used. */
    static int release(Tx tx, String id, Instant lease, Instant now) {
        return tx.update("""
                UPDATE outbox SET due_at = ?, lease_until = 0, attempts = attempts - 1
                WHERE message_id = ? AND lease_until = ? AND state = 'queued'
                """, now, id, lease);
    }

    /** Gives all leases back: the messages are due at the given time. */
    static int releaseAll(Tx tx, Instant now) {
        return tx.update(
                "UPDATE outbox SET due_at = ?, lease_until = 0 WHERE state = 'queued' AND lease_until > 0", now);
    }

    /** Makes a dead letter of a message. */
    static int fail(Tx tx, String id, String error) {
        return tx.update("""
                UPDATE outbox SET state = 'failed', lease_until = 0, last_error = ?
                WHERE message_id = ? AND state = 'queued'
                """, error, id);
    }

    /** The newest dead letters. */
    static List<DeadLetter> failed(Tx tx, int most) {
        return tx.list("""
                SELECT message_id, pool_id, created_at, attempts, last_error FROM outbox
                WHERE state = 'failed' ORDER BY message_id DESC LIMIT ?
                """, OutboxTable::deadLetter, most);
    }

    /** Queues a dead letter anew, as if it had never been tried; false when there is none of that id. */
    static boolean retry(Tx tx, String id, Instant now) {
        return tx.update("""
                UPDATE outbox SET state = 'queued', due_at = ?, lease_until = 0, attempts = 0
                WHERE message_id = ? AND state = 'failed'
                """, now, id) == 1;
    }

    /** Removes a dead letter; false when there is none of that id. */
    static boolean drop(Tx tx, String id) {
        return tx.update("DELETE FROM outbox WHERE message_id = ? AND state = 'failed'", id) == 1;
    }

    private static DeadLetter deadLetter(Row row) {
        String error = row.nullableString(5);
        return new DeadLetter(
                row.string(1),
                new PoolId(row.string(2)),
                row.instant(3),
                (int) row.number(4),
                error == null ? "" : error);
    }

    private static List<List<String>> rows(List<String> ids) {
        List<List<String>> rows = new ArrayList<>(ids.size());
        ids.forEach(id -> rows.add(List.of(id)));
        return rows;
    }
}
