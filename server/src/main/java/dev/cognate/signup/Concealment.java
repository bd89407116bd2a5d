package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Recipient;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.users.AttributeRules;
import dev.cognate.users.Users;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * What a client that conceals whether users exist ({@code PreventUserExistenceErrors}) is told of a user who does not
 * exist, or must not receive anything: the details of a delivery that never takes place. They are the same each time,
 * and everything that costs time on the real path is done here too: the count, the code, the row in the outbox.
 * Reference: lifecycle A8.
 */
final class Concealment {
    private static final DeliveryMediumType EMAIL = DeliveryMediumType.EMAIL;

    /** Masked, this is the destination that the service was seen to invent: {@code u***@y***}. */
    private static final String INVENTED = "user@yourmail.com";

    private final Store store;
    private final Codes codes;
    private final KeyRing keys;
    private final Messages messages;
    private final Outbox outbox;
    private final MaskStyle style;

    Concealment(Signup.Collaborators with) {
        this.store = with.store();
        this.codes = with.codes();
        this.keys = with.keys();
        this.messages = with.messages();
        this.outbox = with.outbox();
        this.style = with.style();
    }

    /** The key under which a submitted name is counted. */
    CodeKey key(Pool pool, String username) {
        return codes.nobody(pool.id(), Users.folded(pool, username), CodeKind.SIGN_UP);
    }

    /**
     * Counts a request and goes through the motions of a delivery.
     *
     * @throws LimitExceededException the hour's requests for this name are used up
     */
    void pretend(Client client, CodeKey key, String username) {
        String code = codes.fresh();
        Outbox.Sealed decoy =
                outbox.seal(messages.decoy(nobody(client, username), new Destination("email", EMAIL, INVENTED), code));
        boolean counted = store.write(tx -> {
            // No text that a client can send matches a code that contains a space.
            if (!codes.countAndIssue(tx, key, code + " ", "email")) {
                return false;
            }
            outbox.add(tx, decoy);
            return true;
        });
        if (!counted) {
            throw new LimitExceededException(Texts.TOO_MANY_ATTEMPTS);
        }
        outbox.wake();
    }

    private static Recipient nobody(Client client, String username) {
        Pool pool = client.pool();
        return new Recipient(pool.id(), pool.config(), client.id(), username, Map.of(), null, null);
    }

    /** The details that a name without a user is given. */
    CodeDeliveryDetailsType details(Client client, String username) {
        List<VerifiedAttributeType> candidates = client.pool().autoVerified();
        boolean phone = candidates.contains(VerifiedAttributeType.PHONE_NUMBER);
        boolean email = candidates.contains(VerifiedAttributeType.EMAIL) || !phone;
        if (phone && AttributeRules.isPhoneNumber(username)) {
            return new Destination("phone_number", DeliveryMediumType.SMS, username).masked(style);
        }
        if (email && AttributeRules.isEmail(username)) {
            return new Destination("email", EMAIL, username).masked(style);
        }
        return phone ? inventedPhone(client.pool(), username) : inventedEmail();
    }

    private CodeDeliveryDetailsType inventedEmail() {
        return new Destination("email", EMAIL, INVENTED).masked(style);
    }

    private CodeDeliveryDetailsType inventedPhone(Pool pool, String username) {
        byte[] hash = keys.hash("simulated-phone", pool.id().value(), Users.folded(pool, username));
        int lastDigits = Math.floorMod(ByteBuffer.wrap(hash).getInt(), 10_000);
        String number = "+1206555%04d".formatted(lastDigits);
        return new Destination("phone_number", DeliveryMediumType.SMS, number).masked(style);
    }
}
