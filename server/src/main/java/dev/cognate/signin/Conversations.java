package dev.cognate.signin;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conversations under way; the table {@code conversations}. */
final class Conversations {
    private static final String PURPOSE = "custom-sign-in";
    private static final int SWEPT_AT_ONCE = 1_000;

    private final Store store;
    private final KeyRing keys;
    private final InstantSource clock;

    Conversations(Signin.Collaborators with) {
        this.store = with.store();
        this.keys = with.keys();
        this.clock = with.clock();
    }

    /** Keeps a conversation until its next request, which comes before that time if at all. */
    void keep(Conversation conversation, Instant until) {
        byte[] sealed = keys.seal(JsonOutput.encode(conversation), PURPOSE);
        store.write(tx -> tx.update(
                """
                INSERT INTO conversations (pool_id, sub, conversation_id, sealed, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub, conversation_id)
                DO UPDATE SET sealed = excluded.sealed, expires_at = excluded.expires_at\
                """, conversation.pool().value(), conversation.sub().value(), conversation.id(), sealed, until));
    }

    /** A conversation, null when it is over. */
    @Nullable Conversation find(PoolId pool, Sub sub, String id) {
        byte[] sealed = store.read(tx -> tx.first(
                "SELECT sealed FROM conversations WHERE pool_id = ? AND sub = ? AND conversation_id = ?",
                row -> row.bytes(1),
                pool.value(),
                sub.value(),
                id));
        if (sealed == null) {
            return null;
        }
        String json = new String(keys.open(sealed, PURPOSE), StandardCharsets.UTF_8);
        Conversation.Said said = JsonInput.decodeStored(json, Conversation.Said::read);
        return new Conversation(pool, sub, id, said.rounds(), said.privateParameters(), said.metadata());
    }

    /** Forgets the conversations of a user who is deleted. */
    static void forget(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM conversations WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    private record Key(String pool, String sub, String id) {}

    /** Forgets conversations whose time is over; returns how many. */
    int sweep() {
        int swept = 0;
        List<Key> stale;
        do {
            stale = store.read(tx -> tx.list(
                    """
                    SELECT pool_id, sub, conversation_id FROM conversations WHERE expires_at <= ?
                    ORDER BY expires_at LIMIT ?\
                    """, row -> new Key(row.string(1), row.string(2), row.string(3)), clock.instant(), SWEPT_AT_ONCE));
            List<Key> found = stale;
            store.write(tx -> {
                found.forEach(key -> tx.update(
                        "DELETE FROM conversations WHERE pool_id = ? AND sub = ? AND conversation_id = ? AND"
                                + " expires_at <= ?",
                        key.pool,
                        key.sub,
                        key.id,
                        clock.instant()));
                return true;
            });
            swept += found.size();
        } while (stale.size() == SWEPT_AT_ONCE);
        return swept;
    }
}
