package dev.cognate.signin;

import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Message;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Occasion;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.OwnText;
import dev.cognate.messaging.Recipient;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.TooManyRequestsException;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.EmailMfaConfigType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends codes for a sign-in, and recognises them. A code is good for the session that asks for it, which holds its keyed
 * hash; so it ends with the session, and another sign-in has another one. For a name without a user everything is done
 * but the delivery.
 *
 * <p>How many an hour one user, or one such name, is sent is limited: each may cost money, and those in place of a
 * password anybody may ask for, who must not use up what the user needs beside one. Reference: auth 6.3, lifecycle A12.
 */
final class SentCodes {
    private final Store store;
    private final Codes counts;
    private final KeyRing keys;
    private final Randomness randomness;
    private final Messages messages;
    private final Outbox outbox;
    private final Concealment concealment;
    private final MaskStyle style;
    private final Sessions sessions;
    private final Settlement settlement;

    SentCodes(Ground ground) {
        Signin.Sending sending = ground.with().sending();
        this.store = ground.with().store();
        this.counts = sending.counts();
        this.keys = ground.with().keys();
        this.randomness = ground.with().randomness();
        this.messages = sending.messages();
        this.outbox = sending.outbox();
        this.concealment = sending.concealment();
        this.style = sending.style();
        this.sessions = ground.sessions();
        this.settlement = new Settlement(ground);
    }

    /** What a code is for. As they were seen, a code in place of a password is longer than one beside it. */
    enum Purpose {
        /** It stands in for a password. */
        FIRST_FACTOR(CodeKind.FIRST_FACTOR, 8),
        /** It stands beside a password. */
        SECOND_FACTOR(CodeKind.SECOND_FACTOR, 6),
        /** The same, and it proves an address that the user gives on the way and does not have yet. */
        SETTING_UP(CodeKind.SECOND_FACTOR, 6);

        private final CodeKind kind;
        private final int digits;

        Purpose(CodeKind kind, int digits) {
            this.kind = kind;
            this.digits = digits;
        }
    }

    /**
     * Where a code goes and what it is for.
     *
     * @param answered the session that was answered by asking for the code: it is used up with the message, and stays good
     *     where there can be none; null at the beginning of a sign-in
     */
    record Asked(
            ChallengeNameType name,
            Destination destination,
            Purpose purpose,
            @Nullable Session answered) {}

    /**
     * Sends a code to a user, and asks for it.
     *
     * @throws dev.cognate.wire.Fault the hour's codes are used up, or the message cannot be written or sent
     */
    Answer.Challenge send(Step step, User user, Asked asked, Session.Carried carried) {
        String code = randomness.code(asked.purpose.digits);
        CodeKey key = counts.of(user.pool(), user.sub(), asked.purpose.kind);
        post(step, key, asked.answered, messageTo(step, user, asked.destination, code));
        return challenge(step, user.sub(), user.username(), asked, carried, code);
    }

    /**
     * Pretends to send a code to a name without a user, and asks for it.
     *
     * @throws dev.cognate.wire.Fault as a user would be refused
     */
    Answer.Challenge pretend(Step step, Claimant.Unknown nobody, ChallengeNameType name, @Nullable Session answered) {
        VerifiedAttributeType attribute =
                name == ChallengeNameType.EMAIL_OTP ? VerifiedAttributeType.EMAIL : VerifiedAttributeType.PHONE_NUMBER;
        Destination destination = concealment.destination(step.client(), nobody.name(), List.of(attribute));
        Asked asked = new Asked(name, destination, Purpose.FIRST_FACTOR, answered);
        String code = randomness.code(asked.purpose.digits);
        Recipient recipient = recipient(step, nobody.name(), Map.of());
        CodeKey key = concealment.key(step.pool(), nobody.name(), asked.purpose.kind);
        post(step, key, answered, () -> messages.decoy(recipient, destination, code));
        return challenge(step, nobody.id(), nobody.username(step.pool()), asked, Session.Carried.NOTHING, code);
    }

    private interface Writing {
        Message message();
    }

    private Writing messageTo(Step step, User user, Destination destination, String code) {
        Recipient recipient = recipient(step, user.username(), user.eventAttributes(step.pool()));
        OwnText own = ownText(step.pool(), destination);
        return () -> messages.draft(Occasion.AUTHENTICATION, recipient, destination, own)
                .complete(code);
    }

    /** The pool's text for its e-mail factor is for sign-ins by code too; that for SMS is in its configuration. */
    private static OwnText ownText(Pool pool, Destination destination) {
        EmailMfaConfigType email = pool.factors().email();
        return email == null || destination.medium() != DeliveryMediumType.EMAIL
                ? OwnText.NONE
                : new OwnText(email.subject(), email.message());
    }

    private static Recipient recipient(Step step, String username, Map<String, String> attributes) {
        Pool pool = step.pool();
        return new Recipient(
                pool.id(),
                pool.config(),
                step.client().id(),
                username,
                attributes,
                step.clientMetadata(),
                step.call().userAgent());
    }

    /**
     * Counts a message, gives it to the outbox, and uses up the session that asked for it. Where a function is asked for
     * the text it is counted before: a function may take seconds, and may be what somebody wants to wear out. The
     * operations of sign-in have not the faults that others have for what cannot be sent.
     */
    private void post(Step step, CodeKey key, @Nullable Session answered, Writing writing) {
        boolean counted = messages.asksFunction(step.pool().config());
        if (counted) {
            store.write(tx -> count(tx, key));
        }
        try {
            Outbox.Sealed message = outbox.seal(writing.message());
            store.write(tx -> {
                if (answered != null) {
                    settlement.settle(tx, answered);
                }
                if (!counted) {
                    count(tx, key);
                }
                outbox.add(tx, message);
                return true;
            });
            outbox.committed(message);
        } catch (CodeDeliveryFailureException unreachable) {
            throw new InvalidParameterException(String.valueOf(unreachable.getMessage()));
        } catch (LimitExceededException usedUp) {
            throw new TooManyRequestsException(String.valueOf(usedUp.getMessage()));
        }
    }

    private boolean count(Tx tx, CodeKey key) {
        if (!counts.countSend(tx, key)) {
            throw new TooManyRequestsException(Texts.TOO_MANY_CODES);
        }
        return true;
    }

    private Answer.Challenge challenge(
            Step step, Sub sub, String username, Asked asked, Session.Carried carried, String code) {
        Destination destination = asked.destination;
        Session.SentCode sent = new Session.SentCode(
                hash(step.pool(), sub, code),
                destination.attribute(),
                address(destination.address()),
                asked.purpose == Purpose.SETTING_UP ? destination.address() : null,
                asked.purpose == Purpose.FIRST_FACTOR);
        var shown = destination.masked(style);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(
                "CODE_DELIVERY_DELIVERY_MEDIUM", destination.medium() == DeliveryMediumType.EMAIL ? "EMAIL" : "SMS");
        parameters.put("CODE_DELIVERY_DESTINATION", String.valueOf(shown.destination()));
        if (asked.name != ChallengeNameType.EMAIL_OTP) { // The table of auth 5 has none there.
            parameters.put("USER_ID_FOR_SRP", username);
        }
        return new Answer.Challenge(
                asked.name, sessions.issue(step, sub, asked.name, carried.asking(sent)), parameters);
    }

    /** How a wrong code is refused. */
    static Fault wrong() {
        return new CodeMismatchException(Texts.WRONG_CODE);
    }

    /** Whether this is the code that was sent. */
    boolean isRight(Pool pool, Sub sub, Session.SentCode sent, String code) {
        return ConstantTime.equals(sent.hash(), hash(pool, sub, code));
    }

    /** Whether the code went to this address. */
    boolean wentTo(Session.SentCode sent, String address) {
        return ConstantTime.equals(sent.address(), address(address));
    }

    private String hash(Pool pool, Sub sub, String code) {
        return HexFormat.of().formatHex(keys.hash("sign-in-code", pool.id().value(), sub.value(), code), 0, 16);
    }

    private String address(String address) {
        return HexFormat.of().formatHex(keys.hash("sign-in-address", address), 0, 16);
    }
}
