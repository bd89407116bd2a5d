package dev.cognate.signin;

import dev.cognate.directory.NameKind;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SMS_MFA, SMS_OTP and EMAIL_OTP: a code that was sent comes back. A wrong one counts and leaves the session good; the
 * right one proves the address too, and confirms a user who has not confirmed yet. Reference: auth 4.5, 6.3.
 */
final class CodeAnswer implements Challenge {
    private final ChallengeNameType name;
    private final Mfa mfa;
    private final Users users;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final Settlement settlement;
    private final SentCodes codes;
    private final Choices choices;
    private final Continuation continuation;

    CodeAnswer(ChallengeNameType name, Ground ground, SentCodes codes, Choices choices, Continuation continuation) {
        this.name = name;
        this.mfa = ground.with().factors().mfa();
        this.users = ground.with().users();
        this.clock = ground.with().clock();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.settlement = new Settlement(ground);
        this.codes = codes;
        this.choices = choices;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of(name.wire() + "_CODE");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, name);
        Session.SentCode sent = session.carried().code();
        if (claimant instanceof Claimant.Known(User user)) {
            standing.requireButUnconfirmed(user);
        }
        lockout.requireOpen(session.pool(), session.sub());
        String code = step.parameters().require(required().getFirst());
        boolean right = sent != null && codes.isRight(step.pool(), session.sub(), sent, code);
        if (sent == null || !right || !(claimant instanceof Claimant.Known(User user))) {
            throw lockout.wrong(session.pool(), session.sub(), wrong());
        }
        if (sent.firstFactor()) {
            choices.requireOpen(step.pool(), user, name);
        }
        continuation.requireDevice(step, user);
        User proved = settlement.settle(session, tx -> prove(tx, step.pool(), user, sent));
        return continuation.after(
                step, new Proven(proved, proof(sent), session.carried().asking(null)));
    }

    private Proven.Proof proof(Session.SentCode sent) {
        if (sent.firstFactor()) {
            return Proven.Proof.CODE;
        }
        return name == ChallengeNameType.EMAIL_OTP ? Proven.Proof.EMAIL_OTP : Proven.Proof.SMS_MFA;
    }

    private static Fault wrong() {
        return new CodeMismatchException(Texts.WRONG_CODE);
    }

    /** Between code and answer the address may have become another one, of which nothing is proved. */
    private User prove(Tx tx, Pool pool, User seen, Session.SentCode sent) {
        User user = users.reload(tx, seen);
        String address = user == null ? null : address(user, sent);
        if (user == null || address == null || !codes.wentTo(sent, address)) {
            throw wrong();
        }
        requireFactorless(tx, pool, user, sent);
        Instant now = clock.instant();
        User given = sent.given() == null ? user : user.withAttribute(sent.attribute(), address, now);
        User verified = given.withAttribute(sent.attribute() + "_verified", "true", now);
        NameKind taken = users.rename(tx, pool, user, verified);
        // Where another user has the address as an alias, it proves nothing about whose that is.
        User proved = taken == null ? verified : user;
        User confirmed = sent.firstFactor() && proved.status() == UserStatus.UNCONFIRMED
                ? proved.after(new StatusChange.SignUpConfirmed(), now)
                : proved;
        if (!confirmed.equals(user)) {
            users.save(tx, user, confirmed);
        }
        return confirmed;
    }

    /** An address given on the way is the first factor of a user who has none: one who has got one is to be asked for it. */
    private void requireFactorless(Tx tx, Pool pool, User user, Session.SentCode sent) {
        boolean given = sent.given() != null && user.attribute(sent.attribute()) == null;
        if (given && !(mfa.decide(tx, pool, user) instanceof MfaDecision.SetUp)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
    }

    private static @Nullable String address(User user, Session.SentCode sent) {
        String present = user.attribute(sent.attribute());
        return present == null ? sent.given() : present;
    }
}
