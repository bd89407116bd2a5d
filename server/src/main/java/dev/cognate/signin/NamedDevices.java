package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The devices that requests name. Reference: auth 7 step 3, 20. */
final class NamedDevices {
    private static final String DEVICE_KEY = "DEVICE_KEY";

    private final Devices devices;
    private final Sessions sessions;
    private final DeviceSessions kept;

    NamedDevices(Ground ground, SrpExchange srp) {
        this.devices = ground.with().factors().devices();
        this.sessions = ground.sessions();
        this.kept = new DeviceSessions(ground, srp);
    }

    /**
     * The device that this request names, or an earlier one did; null for none. Administrators' passwords know of none
     * (auth 3).
     *
     * @throws dev.cognate.wire.fault.ResourceNotFoundException the user has no such device
     */
    @Nullable Device find(Step step, User user, @Nullable String earlier) {
        String key = key(step, earlier);
        return key == null ? null : devices.require(user, key);
    }

    /**
     * Refuses a request that names a device which the claimant does not have.
     *
     * @throws dev.cognate.wire.fault.ResourceNotFoundException there is no such device; nobody has any
     */
    void require(Step step, Claimant claimant) {
        String key = key(step, null);
        if (key != null) {
            devices.require(step.pool().id(), claimant.id(), key);
        }
    }

    private static @Nullable String key(Step step, @Nullable String earlier) {
        if (!Devices.areTracked(step.pool()) || step.place() == Step.Place.BEGUN_BY_ADMINISTRATOR) {
            return null;
        }
        String said = step.parameters().find(DEVICE_KEY);
        return said == null ? earlier : said;
    }

    /** A device that spares its user a second factor if it is proved, null for none. */
    static @Nullable Device sparing(Step step, @Nullable Device device) {
        return device != null && Devices.replacesMfa(step.pool(), device) ? device : null;
    }

    /** Asks for the proof of the device that is taken along. */
    Answer haveProved(Step step, User user, Session.Carried carried) {
        ChallengeNameType name = ChallengeNameType.DEVICE_SRP_AUTH;
        Session session = sessions.begin(step, user.sub(), name, carried.asking(null));
        kept.keep(step, session);
        return new Answer.Challenge(name, sessions.seal(session), Map.of());
    }
}
