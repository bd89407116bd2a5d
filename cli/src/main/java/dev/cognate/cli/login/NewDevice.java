package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.login.SignIn.Api;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Confirms the device that the tokens were given to, so that the server knows it again. Reference: auth 9.5, 20.3. */
final class NewDevice {
    private static final int PASSWORD_BYTES = 40;
    private static final int SALT_BITS = 128;

    private final Api api;
    private final Person person;
    private final SecureRandom random = new SecureRandom();

    NewDevice(Api api, Person person) {
        this.api = api;
        this.person = person;
    }

    /**
     * The device, which the server knows from now on; null when the tokens name no new one, or the server does not want it,
     * which the user is told: the tokens are good all the same.
     */
    @Nullable Device confirmed(Entries tokens) {
        if (!(tokens.get("NewDeviceMetadata") instanceof Entries named)) {
            return null;
        }
        String access = tokens.text("AccessToken");
        String key = named.text("DeviceKey");
        String group = named.text("DeviceGroupKey");
        if (access == null || key == null || group == null) {
            return null;
        }
        Device device = new Device(person.owner(), key, group, password());
        try {
            Entries answer = api.call("confirm-device", confirmation(device, access));
            boolean optional = answer.get("UserConfirmationNecessary") instanceof Flag(boolean necessary) && necessary;
            tellStatus(device, access, optional);
            return device;
        } catch (Refused refused) {
            person.tell(refused.complaint());
            return null;
        }
    }

    private String password() {
        byte[] password = new byte[PASSWORD_BYTES];
        random.nextBytes(password);
        return Base64.getEncoder().encodeToString(password);
    }

    private Entries confirmation(Device device, String access) {
        BigInteger salt = new BigInteger(SALT_BITS, random);
        Map<String, JsonValue> proof = new LinkedHashMap<>();
        proof.put("PasswordVerifier", base64(Srp.verifier(device.group(), device.key(), device.password(), salt)));
        proof.put("Salt", base64(salt));
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("AccessToken", new Text(access));
        request.put("DeviceKey", new Text(device.key()));
        request.put("DeviceSecretVerifierConfig", new Entries(proof));
        request.put("DeviceName", new Text(person.deviceName()));
        return new Entries(request);
    }

    /** Says whether the device is remembered, where that is not what the server takes it for anyway. */
    private void tellStatus(Device device, String access, boolean optional) {
        boolean remember = person.wantsRemembered(optional);
        if (remember != optional) {
            return;
        }
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("AccessToken", new Text(access));
        request.put("DeviceKey", new Text(device.key()));
        request.put("DeviceRememberedStatus", new Text(remember ? "remembered" : "not_remembered"));
        try {
            api.call("update-device-status", new Entries(request));
        } catch (Refused refused) {
            person.tell(refused.complaint());
        }
    }

    /** A number as its bytes, with a zero before one that would be negative otherwise. */
    private static Text base64(BigInteger number) {
        return new Text(Base64.getEncoder().encodeToString(number.toByteArray()));
    }
}
