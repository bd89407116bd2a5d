package dev.cognate.devices;

import dev.cognate.crypto.SrpVerifier;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Bearer;
import dev.cognate.tokens.SignIn;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.DeviceKeyExistsException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.InvalidUserPoolConfigurationException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.ConfirmDeviceRequest;
import dev.cognate.wire.model.ConfirmDeviceResponse;
import dev.cognate.wire.model.DeviceConfigurationType;
import dev.cognate.wire.model.DeviceSecretVerifierConfigType;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Registers the device whose key a sign-in handed out. It is remembered at once, unless users of the pool decide that
 * themselves, by UpdateDeviceStatus. Reference: auth 9.5, 20.1, 20.3.
 */
final class ConfirmDevice implements Operation<ConfirmDeviceRequest, ConfirmDeviceResponse> {
    private final Devices devices;
    private final Devices.Collaborators with;

    ConfirmDevice(Devices devices, Devices.Collaborators with) {
        this.devices = devices;
        this.with = with;
    }

    @Override
    public ConfirmDeviceResponse run(ConfirmDeviceRequest request, Call call) {
        Bearer bearer = with.accessTokens().require(request.accessToken());
        boolean usersDecide = usersDecide(bearer.client().pool());
        String group = devices.groupOf(bearer.user(), request.deviceKey());
        if (group == null) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        SrpVerifier verifier = verifier(request.deviceSecretVerifierConfig());
        Instant now = with.clock().instant();
        Device device = new Device(
                bearer.user().pool(),
                bearer.user().sub(),
                request.deviceKey(),
                group,
                request.deviceName(),
                !usersDecide,
                devices.sealed(verifier),
                call.sourceAddress(),
                now,
                now,
                now);
        with.store().write(tx -> {
            add(tx, bearer, device);
            return device;
        });
        return new ConfirmDeviceResponse(usersDecide);
    }

    private static boolean usersDecide(Pool pool) {
        DeviceConfigurationType tracking = pool.config().deviceConfiguration();
        if (tracking == null) {
            throw new InvalidUserPoolConfigurationException(Texts.NOT_TRACKED);
        }
        return Boolean.TRUE.equals(tracking.deviceOnlyRememberedOnUserPrompt());
    }

    /** The two numbers as clients write them: Base64 of the bytes of a Java BigInteger, which must not be negative. */
    private static SrpVerifier verifier(@Nullable DeviceSecretVerifierConfigType config) {
        String salt = config == null ? null : config.salt();
        String verifier = config == null ? null : config.passwordVerifier();
        if (salt == null || verifier == null) {
            throw new InvalidParameterException(Texts.BAD_VERIFIER);
        }
        try {
            return new SrpVerifier(number(salt), number(verifier));
        } catch (IllegalArgumentException outOfRange) {
            throw new InvalidParameterException(Texts.BAD_VERIFIER);
        }
    }

    private static BigInteger number(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        return bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    }

    private void add(Tx tx, Bearer bearer, Device device) {
        if (with.users().reload(tx, bearer.user()) == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        // Whoever holds a device that is forgotten holds its access token too, for a while, and may ask at that moment.
        SignIn signIn = with.accessTokens().signIn(tx, bearer);
        if (signIn == null || signIn.lostItsDevice()) {
            throw new ResourceNotFoundException(Texts.NO_DEVICE);
        }
        if (!DevicesTable.insert(tx, device)) {
            throw new DeviceKeyExistsException(Texts.CONFIRMED_BEFORE);
        }
    }
}
