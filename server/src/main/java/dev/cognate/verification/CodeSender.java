package dev.cognate.verification;

import dev.cognate.clients.Client;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.User;
import dev.cognate.domain.ClientId;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Draft;
import dev.cognate.messaging.Message;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Occasion;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Recipient;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.LimitExceededException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a user a new code: asks for the text of the message, then stores the code and the message together. */
public final class CodeSender {
    private final Store store;
    private final Codes codes;
    private final Messages messages;
    private final Outbox outbox;

    /** Sends by way of one outbox. */
    public CodeSender(Store store, Codes codes, Messages messages, Outbox outbox) {
        this.store = store;
        this.codes = codes;
        this.messages = messages;
        this.outbox = outbox;
    }

    /**
     * What a code is sent for, by whom it was asked for, and what else is to be stored with it.
     *
     * @param occasion chooses the text
     * @param kind what the code will be good for
     * @param pool the user's pool
     * @param client the client of the request, null for an administrator's request
     * @param extra further work in the transaction that stores the code; what it throws is passed on and nothing is stored
     */
    public record Asked(
            Occasion occasion,
            CodeKind kind,
            Pool pool,
            @Nullable ClientId client,
            Call call,
            @Nullable Map<String, String> clientMetadata,
            Extra extra) {

        /** Asked for by a user, through a client. */
        public static Asked through(
                Client client,
                Occasion occasion,
                CodeKind kind,
                Call call,
                @Nullable Map<String, String> clientMetadata,
                Extra extra) {
            return new Asked(occasion, kind, client.pool(), client.id(), call, clientMetadata, extra);
        }
    }

    /** Further work of the caller in the transaction that stores the code. */
    @FunctionalInterface
    public interface Extra {
        /** Nothing further. */
        Extra NONE = tx -> {};

        /** Does the work. */
        void in(Tx tx);
    }

    /** Sends a code that does not count as one that the user asked for. */
    public void send(Asked asked, User user, Destination destination) {
        Draft draft = draft(asked, user, destination);
        String code = codes.fresh();
        store(asked, draft, code, tx -> codes.issue(tx, key(asked, user), code, destination.attribute()));
    }

    /** A code and its message, complete; nothing is stored of them yet. Does not print the code. */
    public record Ready(CodeKey key, String code, Destination destination, Outbox.Sealed message) {

        @Override
        public String toString() {
            return "Ready[" + key + ", ***]";
        }
    }

    /**
     * Makes a code that does not count as one that the user asked for, to be stored in a transaction of the caller's. May
     * ask a function, so it has no place in that transaction.
     */
    public Ready prepare(Asked asked, User user, Destination destination) {
        String code = codes.fresh();
        Message message = draft(asked, user, destination).complete(code);
        return new Ready(key(asked, user), code, destination, outbox.seal(message));
    }

    /** Makes a code the live one, and its message one to deliver. It goes on its way when {@link #committed}. */
    public void store(Tx tx, Ready ready) {
        codes.issue(tx, ready.key, ready.code, ready.destination.attribute());
        outbox.add(tx, ready.message);
    }

    /** Sends the message on its way, once the transaction that stored it is committed. */
    public void committed(Ready ready) {
        outbox.committed(ready.message);
    }

    /**
     * Sends a code that counts.
     *
     * @throws LimitExceededException the hour's requests are used up; the earlier code stays live
     */
    public void sendCounted(Asked asked, User user, Destination destination) {
        CodeKey key = key(asked, user);
        // A function may take seconds, and may be what somebody wants to wear out: it is asked only once the request is
        // counted, and never within a transaction. Without one, counting and storing are a single step.
        boolean counted = messages.asksFunction(asked.pool().config());
        if (counted) {
            count(key);
        }
        Draft draft = draft(asked, user, destination);
        String code = codes.fresh();
        store(asked, draft, code, tx -> {
            if (counted) {
                codes.issue(tx, key, code, destination.attribute());
            } else if (!codes.countAndIssue(tx, key, code, destination.attribute())) {
                throw CodeFaults.tooMany();
            }
        });
    }

    /**
     * Counts a request that sends nothing.
     *
     * @throws LimitExceededException the hour's requests are used up
     */
    public void count(CodeKey key) {
        if (!store.write(tx -> codes.countSend(tx, key))) {
            throw CodeFaults.tooMany();
        }
    }

    private CodeKey key(Asked asked, User user) {
        return codes.of(user.pool(), user.sub(), asked.kind());
    }

    private Draft draft(Asked asked, User user, Destination destination) {
        Recipient recipient = new Recipient(
                user.pool(),
                asked.pool().config(),
                asked.client(),
                user.username(),
                user.eventAttributes(asked.pool()),
                asked.clientMetadata(),
                asked.call().userAgent());
        return messages.draft(asked.occasion(), recipient, destination);
    }

    private void store(Asked asked, Draft draft, String code, Extra issue) {
        Outbox.Sealed message = outbox.seal(draft.complete(code));
        store.write(tx -> {
            issue.in(tx);
            asked.extra().in(tx);
            outbox.add(tx, message);
            return true;
        });
        outbox.committed(message);
    }
}
