package dev.cognate.signin;

import dev.cognate.crypto.SrpServer;
import dev.cognate.devices.Device;
import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * DEVICE_PASSWORD_VERIFIER: the device's signature stands in for a second factor. The secret block says that the password
 * was proved before; a session beside it is ignored. Reference: auth 9.5, 20.
 */
final class DevicePasswordVerifier implements Challenge {
    private final InstantSource clock;
    private final Devices devices;
    private final Sessions sessions;
    private final Standing standing;
    private final Lockout lockout;
    private final Settlement settlement;
    private final SrpExchange srp;
    private final Continuation continuation;

    DevicePasswordVerifier(Ground ground, SrpExchange srp, Continuation continuation) {
        this.clock = ground.with().clock();
        this.devices = ground.with().factors().devices();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.settlement = new Settlement(ground);
        this.srp = srp;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        List<String> required = new ArrayList<>(List.of("DEVICE_KEY"));
        required.addAll(SrpClaim.REQUIRED);
        return required;
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        SrpClaim claim = SrpClaim.of(step.parameters(), clock.instant());
        SrpExchange.Block block = claim == null ? null : srp.open(claim.block());
        if (claim == null
                || block == null
                || !isGood(block.session(), step, claimant)
                || !(claimant instanceof Claimant.Known(User user))) {
            throw new NotAuthorizedException(Texts.INCORRECT);
        }
        standing.require(user);
        Session session = block.session();
        Device device = devices.require(user, step.parameters().require("DEVICE_KEY"));
        if (!Devices.replacesMfa(step.pool(), device)) {
            throw PlainPassword.incorrect();
        }
        lockout.requireOpen(session.pool(), session.sub());
        if (!proves(user, device, block, claim)) {
            throw lockout.wrong(session.pool(), session.sub(), PlainPassword.incorrect());
        }
        settlement.settle(session);
        return continuation.after(step, new Proven(user, Proven.Proof.DEVICE, session.carried()));
    }

    private boolean isGood(Session session, Step step, Claimant claimant) {
        return session.challenge() == ChallengeNameType.DEVICE_PASSWORD_VERIFIER
                && Sessions.isOf(session, step, claimant)
                && sessions.isGood(session, claimant)
                && step.parameters()
                        .require("DEVICE_KEY")
                        .equals(session.carried().device());
    }

    private boolean proves(User user, Device device, SrpExchange.Block block, SrpClaim claim) {
        Devices.Secret secret = devices.secret(user, device);
        SrpServer.Claim signed = new SrpServer.Claim(secret.group(), device.key(), claim.block(), claim.timestamp());
        return block.exchange().proves(secret.verifier(), signed, claim.signature());
    }
}
