package dev.cognate.signin;

import dev.cognate.crypto.SrpServer;
import dev.cognate.directory.User;
import dev.cognate.wire.model.ChallengeNameType;
import java.time.InstantSource;
import java.util.List;

/**
 * PASSWORD_VERIFIER: the client's signature shows that it knows the password. Whatever is wrong is said in one way; a wrong
 * signature counts. A session beside the secret block is ignored. Reference: auth 6.1, 9.
 */
final class PasswordVerifier implements Challenge {
    private final InstantSource clock;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final SrpExchange srp;
    private final Continuation continuation;

    PasswordVerifier(Ground ground, SrpExchange srp, Continuation continuation) {
        this.clock = ground.with().clock();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.srp = srp;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return SrpClaim.REQUIRED;
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        SrpClaim claim = SrpClaim.of(step.parameters(), clock.instant());
        SrpExchange.Block block = claim == null ? null : srp.open(claim.block());
        if (claim == null || block == null || !isGood(block.session(), step, claimant)) {
            throw PlainPassword.incorrect();
        }
        User user = prove(step, claimant, block, claim);
        return continuation.after(step, Proven.byPassword(user, block.session().carried()), block.session());
    }

    private boolean isGood(Session session, Step step, Claimant claimant) {
        return session.challenge() == ChallengeNameType.PASSWORD_VERIFIER
                && Sessions.isOf(session, step, claimant)
                && sessions.isGood(session, claimant);
    }

    private User prove(Step step, Claimant claimant, SrpExchange.Block block, SrpClaim claim) {
        if (claimant instanceof Claimant.Known(User user)) {
            standing.require(user);
        }
        Session session = block.session();
        lockout.requireOpen(session.pool(), session.sub());
        SrpServer.Claim signed = new SrpServer.Claim(
                step.pool().shortName(), claimant.username(step.pool()), claim.block(), claim.timestamp());
        boolean right = block.exchange().proves(srp.verifier(step.pool(), claimant), signed, claim.signature());
        return switch (claimant) {
            case Claimant.Known(User user)
            when right -> {
                // A client that names a device which is gone tries again without; nothing is used up by that (auth
                // 6.1).
                continuation.requireDevice(step, user);
                yield user;
            }
            case Claimant.Known _, Claimant.Unknown _ ->
                throw lockout.wrong(session.pool(), session.sub(), PlainPassword.incorrect());
        };
    }
}
