package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaFactor;
import dev.cognate.mfa.TotpCheck;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.ExpiredCodeException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.SoftwareTokenMFANotFoundException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/** SOFTWARE_TOKEN_MFA: a code of the user's authenticator app. A wrong one counts. Reference: auth 6.4. */
final class SoftwareTokenMfa implements Challenge {
    private static final String CODE = "SOFTWARE_TOKEN_MFA_CODE";

    private final Store store;
    private final Users users;
    private final Mfa mfa;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final Continuation continuation;

    SoftwareTokenMfa(Ground ground, Continuation continuation) {
        this.store = ground.with().store();
        this.users = ground.with().users();
        this.mfa = ground.with().factors().mfa();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of(CODE);
    }

    /** How an answer ends. A refusal is returned, not thrown, by the transaction: what it counted must stay. */
    private sealed interface Outcome {
        record Right(User user) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.SOFTWARE_TOKEN_MFA);
        if (!(claimant instanceof Claimant.Known(User user))) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        continuation.requireDevice(step, user);
        String code = step.parameters().require(CODE);
        return switch (store.write(tx -> check(tx, step, session, user, code))) {
            case Outcome.Refused(Fault fault) -> throw fault;
            case Outcome.Right(User proved) ->
                continuation.after(step, new Proven(proved, Proven.Proof.SOFTWARE_TOKEN_MFA, session.carried()));
        };
    }

    private Outcome check(Tx tx, Step step, Session session, User seen, String code) {
        if (lockout.isLocked(tx, session.pool(), session.sub())) {
            return new Outcome.Refused(Lockout.locked());
        }
        sessions.requireUnused(tx, session);
        User user = users.reload(tx, seen);
        if (user == null || !MfaFactor.SOFTWARE_TOKEN_MFA.isOf(step.pool())) {
            return new Outcome.Refused(new SoftwareTokenMFANotFoundException(Texts.NO_SOFTWARE_TOKEN));
        }
        return switch (mfa.check(tx, user, code)) {
            case TotpCheck.RIGHT -> {
                sessions.use(tx, session);
                yield new Outcome.Right(user);
            }
            case TotpCheck.WRONG -> {
                lockout.count(tx, session.pool(), session.sub());
                yield new Outcome.Refused(new CodeMismatchException(Texts.WRONG_TOKEN_CODE));
            }
            case TotpCheck.USED -> new Outcome.Refused(new ExpiredCodeException(Texts.USED_TOKEN_CODE));
            case TotpCheck.NOT_SET_UP ->
                new Outcome.Refused(new SoftwareTokenMFANotFoundException(Texts.NO_SOFTWARE_TOKEN));
        };
    }
}
