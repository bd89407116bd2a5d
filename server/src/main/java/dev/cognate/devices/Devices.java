package dev.cognate.devices;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SrpVerifier;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Handler;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.DeviceConfigurationType;
import dev.cognate.wire.model.NewDeviceMetadataType;
import dev.cognate.wire.model.Operations;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to devices. Safe for use by many threads. */
public final class Devices {
    private static final String PURPOSE = "device-verifier";

    private final Collaborators with;
    private final DeviceKeys deviceKeys;

    /** Makes the room from what it works with. */
    public Devices(Collaborators with) {
        this.with = with;
        this.deviceKeys = new DeviceKeys(with.keys, with.random);
    }

    /**
     * What this room works with.
     *
     * @param ending what else ends when a device is forgotten
     */
    public record Collaborators(
            Store store,
            KeyRing keys,
            SecureRandom random,
            InstantSource clock,
            Pools pools,
            Users users,
            AccessTokens accessTokens,
            PageTokens pageTokens,
            Ending ending) {}

    /** What ends with a device, in the transaction that forgets it: the sign-ins that began on it. */
    @FunctionalInterface
    public interface Ending {

        /** Ends what belongs to this device of this user. */
        void in(Tx tx, PoolId pool, Sub sub, String deviceKey);
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        List<Handler<?, ?>> operations = new ArrayList<>(ofUsers());
        operations.addAll(ofAdministrators());
        return List.copyOf(operations);
    }

    private List<Handler<?, ?>> ofUsers() {
        OwnDevices own = new OwnDevices(with.accessTokens);
        return List.of(
                Operations.CONFIRM_DEVICE.by(new ConfirmDevice(this, with)),
                Operations.GET_DEVICE.by(new GetDevice(this, own)),
                Operations.LIST_DEVICES.by(new ListDevices(with.accessTokens, list(Operations.LIST_DEVICES))),
                Operations.FORGET_DEVICE.by(new ForgetDevice(own, new Forgetting(with.store, with.ending))),
                Operations.UPDATE_DEVICE_STATUS.by(
                        new UpdateDeviceStatus(with.accessTokens, new DeviceStatus(with.store, with.clock))));
    }

    private List<Handler<?, ?>> ofAdministrators() {
        String account = with.pools.settings().account();
        return List.of(
                Operations.ADMIN_GET_DEVICE.by(new AdminGetDevice(this, named(Operations.ADMIN_GET_DEVICE), account)),
                Operations.ADMIN_LIST_DEVICES.by(new AdminListDevices(
                        named(Operations.ADMIN_LIST_DEVICES), list(Operations.ADMIN_LIST_DEVICES), account)),
                Operations.ADMIN_FORGET_DEVICE.by(new AdminForgetDevice(
                        named(Operations.ADMIN_FORGET_DEVICE), new Forgetting(with.store, with.ending))),
                Operations.ADMIN_UPDATE_DEVICE_STATUS.by(new AdminUpdateDeviceStatus(
                        named(Operations.ADMIN_UPDATE_DEVICE_STATUS), new DeviceStatus(with.store, with.clock))));
    }

    private NamedUser named(OperationModel<?, ?> model) {
        return new NamedUser(with.pools, with.users, model);
    }

    private DeviceList list(OperationModel<?, ?> model) {
        return new DeviceList(with.store, with.pageTokens, model.name());
    }

    /** Whether the pool tracks devices at all. */
    public static boolean areTracked(Pool pool) {
        return pool.config().deviceConfiguration() != null;
    }

    /**
     * Whether a proof of this device stands in for the second factor: it is remembered, and the pool says so. Reference:
     * auth 7, step 3.
     */
    public static boolean replacesMfa(Pool pool, Device device) {
        DeviceConfigurationType tracking = pool.config().deviceConfiguration();
        return tracking != null && Boolean.TRUE.equals(tracking.challengeRequiredOnNewDevice()) && device.remembered();
    }

    /**
     * {@code NewDeviceMetadata} for a sign-in that named no device; null where the pool does not track devices. Stores
     * nothing. Reference: auth 7, step 6.
     */
    public @Nullable NewDeviceMetadataType newDevice(Pool pool, User user) {
        if (!areTracked(pool)) {
            return null;
        }
        DeviceKeys.Issued issued = deviceKeys.issue(user);
        return new NewDeviceMetadataType(issued.key(), issued.group());
    }

    /**
     * The device that a request names, as this transaction sees it.
     *
     * @throws ResourceNotFoundException {@code Device does not exist.}: the user never confirmed it, or forgot it
     */
    public Device require(Tx tx, User user, String deviceKey) {
        return require(tx, user.pool(), user.sub(), deviceKey);
    }

    private static Device require(Tx tx, PoolId pool, Sub sub, String deviceKey) {
        Device device = DevicesTable.find(tx, pool, sub, deviceKey);
        if (device == null) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        return device;
    }

    /** The same, outside a transaction. */
    public Device require(User user, String deviceKey) {
        return require(user.pool(), user.sub(), deviceKey);
    }

    /** The same of an id, which may be nobody's. */
    public Device require(PoolId pool, Sub sub, String deviceKey) {
        return with.store.read(tx -> require(tx, pool, sub, deviceKey));
    }

    /**
     * What DEVICE_SRP_AUTH works with: {@code SrpServer.begin} takes the verifier; the claim of the answer is over the
     * group and the device's key, in the places of the pool's name and the user's id. Reference: auth 9.5.
     *
     * @param group the device's group key
     * @param verifier of the device's password; its salt travels as {@code SALT}, in hexadecimal
     */
    public record Secret(String group, SrpVerifier verifier) {}

    /**
     * The secret of a device.
     *
     * @throws ResourceNotFoundException nobody knows its group any more: it was confirmed before these were kept, and the
     *     seal key that made it is gone
     */
    public Secret secret(User user, Device device) {
        String group = device.group() == null ? deviceKeys.group(user, device.key()) : device.group();
        if (group == null) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        return new Secret(group, SrpVerifier.decode(with.keys.open(device.verifier(), PURPOSE)));
    }

    /** Notes that a sign-in named the device: when, and from where; nothing when it was forgotten meanwhile. */
    public void authenticated(Tx tx, Device device, Call call) {
        DevicesTable.authenticated(
                tx, device.pool(), device.sub(), device.key(), call.sourceAddress(), with.clock.instant());
    }

    /** Seals a verifier, as {@link Device} has it. */
    byte[] sealed(SrpVerifier verifier) {
        return with.keys.seal(verifier.encode(), PURPOSE);
    }

    /** The group with which a key was handed out to this user, null when it was not. */
    @Nullable String groupOf(User user, String deviceKey) {
        return deviceKeys.group(user, deviceKey);
    }

    /** Forgets the devices of a user who is deleted. */
    public static void forget(Tx tx, PoolId pool, Sub sub) {
        DevicesTable.deleteAll(tx, pool, sub);
    }
}
