package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;
import java.util.Map;

/** DEVICE_SRP_AUTH: a device begins to prove itself by SRP. Reference: auth 9.5, 20. */
final class DeviceSrpAuth implements Challenge {
    private final Devices devices;
    private final Sessions sessions;
    private final Standing standing;
    private final Settlement settlement;
    private final SrpExchange srp;

    DeviceSrpAuth(Ground ground, SrpExchange srp) {
        this.devices = ground.with().factors().devices();
        this.sessions = ground.sessions();
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
        Session session = sessions.require(step, claimant, ChallengeNameType.DEVICE_SRP_AUTH);
        String key = step.parameters().require("DEVICE_KEY");
        if (!(claimant instanceof Claimant.Known(User user))
                || !key.equals(session.carried().device())) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        Device device = devices.require(user, key);
        ChallengeNameType name = ChallengeNameType.DEVICE_PASSWORD_VERIFIER;
        Session next = sessions.begin(step, user.sub(), name, session.carried());
        Map<String, String> parameters =
                srp.begin(step, next, devices.secret(user, device).verifier());
        parameters.put("DEVICE_KEY", key);
        parameters.put("USERNAME", user.username());
        settlement.settle(session, tx -> user);
        return new Answer.Challenge(name, sessions.seal(next), parameters);
    }
}
