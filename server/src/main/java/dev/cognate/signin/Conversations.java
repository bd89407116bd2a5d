package dev.cognate.signin;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The conversations under way. */
final class Conversations {
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
        byte[] sealed = keys.seal(JsonOutput.encode(conversation), ConversationsTable.PURPOSE);
        ConversationsTable.Key key =
                new ConversationsTable.Key(conversation.pool(), conversation.sub(), conversation.id());
        store.write(tx -> {
            ConversationsTable.save(tx, key, sealed, until);
            return true;
        });
    }

    /** A conversation, null when it is over. */
    @Nullable Conversation find(PoolId pool, Sub sub, String id) {
        ConversationsTable.Key key = new ConversationsTable.Key(pool, sub, id);
        byte[] sealed = store.read(tx -> ConversationsTable.find(tx, key));
        if (sealed == null) {
            return null;
        }
        String json = new String(keys.open(sealed, ConversationsTable.PURPOSE), StandardCharsets.UTF_8);
        Conversation.Said said = JsonInput.decodeStored(json, Conversation.Said::read);
        return new Conversation(pool, sub, id, said.rounds(), said.privateParameters(), said.metadata());
    }

    /** Forgets the conversations of a user who is deleted. */
    static void forget(Tx tx, PoolId pool, Sub sub) {
        ConversationsTable.deleteAll(tx, pool, sub);
    }

    /** Forgets conversations whose time is over; returns how many. */
    int sweep() {
        Instant now = clock.instant();
        return new Sweep<ConversationsTable.Key>(
                        (tx, most) -> ConversationsTable.expired(tx, now, most),
                        (tx, key) -> ConversationsTable.deleteExpired(tx, key, now))
                .in(store);
    }
}
