package dev.cognate.verification;

import dev.cognate.clients.Client;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Recipient;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * What a client that conceals whether users exist ({@code PreventUserExistenceErrors}) is told of a user who does not
 * exist, or must not receive anything: the details of a delivery that never takes place. They are the same each time,
 * and everything that costs time on the real path is done here too: the count, the code, a look at a user, the row in the
 * outbox.
 * Reference: lifecycle A8.
 */
public final class Concealment {
    /** Masked, this is the destination that the service was seen to invent: {@code u***@y***}. */
    private static final String INVENTED = "user@yourmail.com";

    /** What addresses begin with, and the domains of many. */
    private static final String INITIALS = "abcdefghijklmnoprstvw";

    private static final String DOMAINS = "gggghhoyi";

    private final Store store;
    private final Codes codes;
    private final KeyRing keys;
    private final Messages messages;
    private final Outbox outbox;

    /** Conceals by way of the same store, codes and outbox that serve real users. */
    public Concealment(Store store, Codes codes, KeyRing keys, Messages messages, Outbox outbox) {
        this.store = store;
        this.codes = codes;
        this.keys = keys;
        this.messages = messages;
        this.outbox = outbox;
    }

    /** The key under which a submitted name is counted. */
    public CodeKey key(Pool pool, String username, CodeKind kind) {
        return codes.nobody(pool.id(), nobody(pool, username).value(), kind);
    }

    /**
     * The id of a name without a user, the same each time. Where usernames are ids, clients see it and may send it back in
     * place of the name, as they may with a user's: so a name that has the form of an id is its own.
     */
    public Sub nobody(Pool pool, String username) {
        String name = Users.folded(pool, username);
        return Users.isId(name) ? new Sub(name) : invented(pool, name);
    }

    /** An id that no user has, and not to be told from one, whatever the form of the name. */
    public Sub invented(Pool pool, String username) {
        return new Sub(Randomness.uuid(keys.hash("nobody-id", pool.id().value(), Users.folded(pool, username))));
    }

    /**
     * A request for a code that nobody is sent.
     *
     * @param key under which it is counted
     * @param username as it was submitted
     * @param destination where a user's code would go; of a name without a user, its {@link #destination}
     * @param extra does what costs as much as further work in the transaction that stores a user's code
     */
    public record Pretence(
            Client client, CodeKey key, String username, Destination destination, CodeSender.Extra extra) {}

    /**
     * Counts a request and goes through the motions of a delivery to the address whose details the client is given. It
     * costs, counts and is refused as a real one by that medium.
     *
     * @throws LimitExceededException the hour's requests for this name are used up, or the day's emails of the default
     *     sender
     */
    public void pretend(Pretence pretence) {
        CodeKey key = pretence.key;
        // As CodeSender does it: where a function would be asked, the count stands whatever follows.
        boolean counted = messages.asksFunction(pretence.client.pool().config());
        if (counted && !store.write(tx -> codes.countSend(tx, key))) {
            throw CodeFaults.tooMany();
        }
        pretend(pretence, (tx, code) -> {
            if (counted) {
                codes.issue(tx, key, code, pretence.destination.attribute());
            } else if (!codes.countAndIssue(tx, key, code, pretence.destination.attribute())) {
                throw CodeFaults.tooMany();
            }
        });
    }

    /**
     * Answers a request that was overtaken while it was sent: a concealing client is told of a delivery all the same.
     *
     * @throws Fault the client may know why there is none
     */
    public void pretendInstead(Overtaken late, Pretence pretence) {
        if (!pretence.client.concealsUsers()) {
            throw late.fault();
        }
        pretendUncounted(pretence);
    }

    /** Goes through the motions of a delivery for a request that is counted already. */
    public void pretendUncounted(Pretence pretence) {
        pretend(pretence, (tx, code) -> codes.issue(tx, pretence.key, code, pretence.destination.attribute()));
    }

    private void pretend(Pretence pretence, BiConsumer<Tx, String> issue) {
        Client client = pretence.client;
        // No text that a client can send matches a code that contains a space.
        String code = codes.fresh() + " ";
        Outbox.Sealed decoy =
                outbox.seal(messages.decoy(nobody(client, pretence.username), pretence.destination, code));
        store.write(tx -> {
            issue.accept(tx, code);
            pretence.extra.in(tx);
            outbox.add(tx, decoy);
            return Users.anyone(tx, client.pool().id()); // On the real path the user is read once more here.
        });
        outbox.committed(decoy);
    }

    private static Recipient nobody(Client client, String username) {
        Pool pool = client.pool();
        return new Recipient(pool.id(), pool.config(), client.id(), username, Map.of(), null, null);
    }

    /** Counts and refuses a try for a name without a user, as a user with a live (or without any) code is refused. */
    public Fault refuse(CodeKey key, String code) {
        return store.write(tx -> {
            if (!codes.countTry(tx, key)) {
                return CodeFaults.tooMany();
            }
            if (key.kind() == CodeKind.SIGN_UP) {
                var _ = Users.anyone(tx, key.pool()); // ConfirmSignUp reads its user here, for the status.
            }
            // The right code cannot be sent; whoever guesses at it is told what a wrong guess is told.
            return Objects.requireNonNullElseGet(CodeFaults.of(codes.check(tx, key, code)), CodeFaults::wrong);
        });
    }

    /**
     * Where a name without a user would get its code, for {@link #pretend}.
     *
     * @param candidates the attributes of which a real user would get a code at one, the preferred one first; none is as
     *     the e-mail address alone
     */
    public Destination destination(Client client, String username, List<VerifiedAttributeType> candidates) {
        String name = Users.folded(client.pool(), username); // A user's own address is shown as it was given at first.
        boolean phone = candidates.contains(VerifiedAttributeType.PHONE_NUMBER);
        boolean email = candidates.contains(VerifiedAttributeType.EMAIL) || !phone;
        if (phone && AttributeRules.isPhoneNumber(name)) {
            return Destination.phone(name);
        }
        if (email && AttributeRules.isEmail(name)) {
            return Destination.email(name);
        }
        boolean phoneFirst = phone && candidates.getFirst() == VerifiedAttributeType.PHONE_NUMBER;
        return phoneFirst ? inventedPhone(client.pool(), name) : inventedEmail(client.pool(), name);
    }

    private Destination inventedPhone(Pool pool, String username) {
        int lastDigits = Math.floorMod(hash("simulated-phone", pool, username).getInt(), 10_000);
        return Destination.phone("+1206555%04d".formatted(lastDigits));
    }

    /** Where usernames are ids, every user may be named by one and has an address of its own: nobody seems to have too. */
    private Destination inventedEmail(Pool pool, String username) {
        if (pool.usernameAttributes().isEmpty()) {
            return Destination.email(INVENTED);
        }
        ByteBuffer hash = hash("simulated-email", pool, username);
        char first = INITIALS.charAt(Math.floorMod(hash.getInt(), INITIALS.length()));
        char domain = DOMAINS.charAt(Math.floorMod(hash.getInt(), DOMAINS.length()));
        return Destination.email(first + "ser@" + domain + "ourmail.com");
    }

    private ByteBuffer hash(String purpose, Pool pool, String username) {
        return ByteBuffer.wrap(
                keys.hash(purpose, pool.id().value(), nobody(pool, username).value()));
    }
}
