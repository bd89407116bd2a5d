package dev.cognate.devices;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.wire.model.NewDeviceMetadataType;
import java.util.Objects;

/**
 * A device of a user of a test pool, as a client holds it.
 *
 * @param pool the pool
 * @param token an access token of the user
 * @param key what the sign-in handed out
 * @param group its group
 */
public record TestDevice(TestPool pool, String token, String key, String group) {
    /** Pools that remember devices at once. */
    public static final String ALWAYS =
            "\"DeviceConfiguration\":{\"ChallengeRequiredOnNewDevice\":true,\"DeviceOnlyRememberedOnUserPrompt\":false}";

    /** Pools whose users decide. */
    public static final String OPT_IN =
            "\"DeviceConfiguration\":{\"ChallengeRequiredOnNewDevice\":true,\"DeviceOnlyRememberedOnUserPrompt\":true}";

    /** Salt and verifier of a recorded device, computed outside this project. Reference: auth 9.7. */
    static final String SECRET =
            "{\"Salt\":\"AKWQXERXrpErEP8TCuQSYv0=\",\"PasswordVerifier\":\"YpuwRioNOyU1Oo+XaH/1Trt8tstN/"
                    + "MmQGYHTaAKTxzsM80uCuknNuCj/+H5Zk8a3Ch/93fJeIEtUaFxQVl2jy7bdDGHukTNsGUkKiOSPo+1334XpsInZj0sbT0Fy2YTheosUNOlx"
                    + "K9imd0JDUZO0K2vmNtkJEFHozLAO+xGowYjpsi/gkI59XYG592nyE84Dd3kh7EHVpmYb2maehW4BIV1tb00C0BDwKRms9QdbxVpr+nSKT7LZ"
                    + "DZVrB8ryXpKs4xDlkclzLEUeiAHvuKMfEtZoOVu7FFgJiAIVB6wuQbiQxvWt2HSIQzOuPHRMS7FI4j2Ct0YqL1TZFOdnp5y9S8HHl6Jj6DcK"
                    + "71MDAhSMSghauJwCRDL94Gmo2hTRxQM9uT1aLmF0v79n7vogZEtWAi+W9lOnVWgpuTN7QL3nIH3y34EEnQ5yjmD7l7ANo+anj66l9Agbq5Tu"
                    + "3dio4zR78TwFIKmWJWIgBD/NAHMLnSvZy3Ywkei4Nfeg/5PAVdxW\"}";

    /** A device that a sign-in handed a key out to. */
    public static TestDevice issued(TestPool pool, String username) {
        NewDeviceMetadataType device =
                Objects.requireNonNull(pool.server().rooms().devices().newDevice(pool.pool(), pool.user(username)));
        return new TestDevice(
                pool,
                pool.accessToken(username),
                Objects.requireNonNull(device.deviceKey()),
                Objects.requireNonNull(device.deviceGroupKey()));
    }

    /** A device that the user confirmed. */
    public static TestDevice confirmed(TestPool pool, String username) {
        TestDevice device = issued(pool, username);
        Reply reply = device.confirm();
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
        return device;
    }

    /** Confirms it. */
    public Reply confirm() {
        return confirm(SECRET);
    }

    Reply confirm(String secret) {
        return pool.callAs(
                token,
                "ConfirmDevice",
                "\"DeviceKey\":\"" + key + "\",\"DeviceName\":\"laptop\",\"DeviceSecretVerifierConfig\":" + secret);
    }

    /** Calls an operation of its user that names it, with further members; empty for none. */
    public Reply call(String operation, String members) {
        return pool.callAs(
                token, operation, "\"DeviceKey\":\"" + key + "\"" + (members.isEmpty() ? "" : "," + members));
    }

    /** Calls an administrator's operation that names it and its user. */
    public Reply admin(String operation, String username, String members) {
        return pool.adminCall(
                operation,
                "\"Username\":\"" + username + "\",\"DeviceKey\":\"" + key + "\""
                        + (members.isEmpty() ? "" : "," + members));
    }
}
