package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** DEVICE_SRP_AUTH: a device begins to prove itself by SRP. Reference: auth 9.5, 20, 25. */
final class DeviceSrpAuth implements Challenge {
    private final Devices devices;
    private final Sessions sessions;
    private final DeviceSessions kept;
    private final Standing standing;
    private final Settlement settlement;
    private final SrpExchange srp;

    DeviceSrpAuth(Ground ground, SrpExchange srp) {
        this.devices = ground.with().factors().devices();
        this.sessions = ground.sessions();
        this.kept = new DeviceSessions(ground, srp);
        this.standing = ground.standing();
        this.settlement = new Settlement(ground);
        this.srp = srp;
    }

    @Override
    public List<String> required() {
        return List.of("DEVICE_KEY", "SRP_A");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        String key = step.parameters().require("DEVICE_KEY");
        Session session =
                sessions.require(step, session(step, claimant, key), claimant, ChallengeNameType.DEVICE_SRP_AUTH);
        if (!(claimant instanceof Claimant.Known(User user))
                || !key.equals(session.carried().device())) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        Device device = devices.require(user, key);
        if (!Devices.replacesMfa(step.pool(), device)) { // It may have been remembered when it was asked for only.
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        ChallengeNameType name = ChallengeNameType.DEVICE_PASSWORD_VERIFIER;
        Session next = sessions.begin(step.of(session.signIn()), user.sub(), name, session.carried());
        Map<String, String> parameters =
                srp.begin(step, next, devices.secret(user, device).verifier());
        parameters.put("DEVICE_KEY", key);
        parameters.put("USERNAME", user.username());
        settlement.settle(session);
        return new Answer.Challenge(name, sessions.seal(next), parameters);
    }

    private @Nullable String session(Step step, Claimant claimant, String device) {
        String sent = step.session();
        return sent == null ? kept.find(step, claimant.id(), device) : sent;
    }
}
