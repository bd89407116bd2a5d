package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/**
 * SMS_MFA, SMS_OTP and EMAIL_OTP: a code that was sent comes back. A wrong one counts and leaves the session good; the
 * right one is an {@link AddressProof} too. Reference: auth 4.5, 6.3.
 */
final class CodeAnswer implements Challenge {
    private final ChallengeNameType name;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final Settlement settlement;
    private final SentCodes codes;
    private final AddressProof address;
    private final Choices choices;
    private final Continuation continuation;

    CodeAnswer(ChallengeNameType name, Ground ground, SentCodes codes, Choices choices, Continuation continuation) {
        this.name = name;
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.settlement = new Settlement(ground);
        this.codes = codes;
        this.address = new AddressProof(ground, codes);
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
            throw lockout.wrong(session.pool(), session.sub(), SentCodes.wrong());
        }
        if (sent.firstFactor()) {
            choices.requireOpen(step.pool(), user, name);
        }
        continuation.requireDevice(step, user);
        User proved = settlement.settle(session, tx -> address.prove(tx, step.pool(), user, sent));
        return continuation.after(
                step, new Proven(proved, proof(sent), session.carried().asking(null)));
    }

    private Proven.Proof proof(Session.SentCode sent) {
        if (sent.firstFactor()) {
            return Proven.Proof.CODE;
        }
        return name == ChallengeNameType.EMAIL_OTP ? Proven.Proof.EMAIL_OTP : Proven.Proof.SMS_MFA;
    }
}
