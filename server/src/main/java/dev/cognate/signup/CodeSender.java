package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Draft;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Occasion;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Recipient;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.users.User;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.LimitExceededException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a user a new sign-up code: asks for the text of the message, then stores the code and the message together. */
final class CodeSender {
    private final Store store;
    private final Codes codes;
    private final Messages messages;
    private final Outbox outbox;

    CodeSender(Store store, Codes codes, Messages messages, Outbox outbox) {
        this.store = store;
        this.codes = codes;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** What goes along with a code, beside the user: who asked, and what else is to be stored with it. */
    record Asked(Client client, Call call, @Nullable Map<String, String> clientMetadata, Extra extra) {}

    /** Further work of the caller in the transaction that stores the code. */
    @FunctionalInterface
    interface Extra {
        void in(Tx tx);
    }

    /** Sends the first code; it does not count as one that the user asked for. */
    void send(Asked asked, User user, Destination destination) {
        Draft draft = draft(Occasion.SIGN_UP, asked, user, destination);
        String code = codes.fresh();
        store(asked, draft, code, tx -> codes.issue(tx, key(user), code, destination.attribute()));
    }

    /**
     * Sends another code, which counts.
     *
     * @throws LimitExceededException the hour's requests are used up; the earlier code stays live
     */
    void resend(Asked asked, User user, Destination destination) {
        CodeKey key = key(user);
        // A function may take seconds, and may be what somebody wants to wear out: it is asked only once the request is
        // counted, and never within a transaction. Without one, counting and storing are a single step.
        boolean counted = messages.asksFunction(asked.client().pool().config());
        if (counted) {
            count(key);
        }
        Draft draft = draft(Occasion.RESEND_CODE, asked, user, destination);
        String code = codes.fresh();
        store(asked, draft, code, tx -> {
            if (counted) {
                codes.issue(tx, key, code, destination.attribute());
            } else if (!codes.countAndIssue(tx, key, code, destination.attribute())) {
                throw new LimitExceededException(Texts.TOO_MANY_ATTEMPTS);
            }
        });
    }

    /** Counts a request that sends nothing. */
    void count(CodeKey key) {
        if (!store.write(tx -> codes.countSend(tx, key))) {
            throw new LimitExceededException(Texts.TOO_MANY_ATTEMPTS);
        }
    }

    private CodeKey key(User user) {
        return codes.of(user.pool(), user.sub(), CodeKind.SIGN_UP);
    }

    private Draft draft(Occasion occasion, Asked asked, User user, Destination destination) {
        Recipient recipient = new Recipient(
                user.pool(),
                asked.client().pool().config(),
                asked.client().id(),
                user.username(),
                user.eventAttributes(asked.client().pool()),
                asked.clientMetadata(),
                asked.call().userAgent());
        return messages.draft(occasion, recipient, destination);
    }

    private void store(Asked asked, Draft draft, String code, Extra issue) {
        Outbox.Sealed message = outbox.seal(draft.complete(code));
        store.write(tx -> {
            issue.in(tx);
            asked.extra().in(tx);
            outbox.add(tx, message);
            return true;
        });
        outbox.wake();
    }
}
