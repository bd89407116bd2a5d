package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.Base64;
import java.util.List;

/** WEB_AUTHN: a passkey in place of a password. A wrong answer counts. Reference: auth 21.5. */
final class WebAuthn implements Challenge {
    private final Mfa mfa;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final Settlement settlement;
    private final Choices choices;
    private final Continuation continuation;

    WebAuthn(Ground ground, Choices choices, Continuation continuation) {
        this.mfa = ground.with().factors().mfa();
        this.passkeys = ground.with().factors().passkeys();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.settlement = new Settlement(ground);
        this.choices = choices;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of("CREDENTIAL");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.WEB_AUTHN);
        lockout.requireOpen(session.pool(), session.sub());
        if (!(claimant instanceof Claimant.Known(User user))
                || !(session.carried().asked() instanceof Session.PasskeyChallenge(String challenge))) {
            throw lockout.wrong(session.pool(), session.sub(), PlainPassword.incorrect());
        }
        standing.require(user);
        choices.requireOpen(step.pool(), user, ChallengeNameType.WEB_AUTHN);
        byte[] bytes = Base64.getUrlDecoder().decode(challenge);
        prove(step, session, user, bytes);
        return continuation.after(
                step, new Proven(user, Proven.Proof.PASSKEY, session.carried().asking(null)));
    }

    private void prove(Step step, Session session, User user, byte[] challenge) {
        Settlement.Verdict verdict = settlement.attempt(
                session,
                tx -> proves(tx, step.pool(), user, challenge, step.parameters().require("CREDENTIAL")));
        if (verdict == Settlement.Verdict.WRONG) {
            throw lockout.wrong(session.pool(), session.sub(), PlainPassword.incorrect());
        }
    }

    private boolean proves(Tx tx, Pool pool, User user, byte[] challenge, String credential) {
        boolean both = !(mfa.decide(tx, pool, user) instanceof MfaDecision.Nothing);
        boolean enough = mfa.decideAfterPasskey(tx, pool, user) instanceof MfaDecision.Nothing;
        return enough && passkeys.proves(tx, pool, user, challenge, credential, both);
    }
}
