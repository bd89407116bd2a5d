package dev.cognate.devices;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.User;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The keys of devices: region, underscore and a UUID, of which the first half is random and the second a keyed hash of the
 * first and the user. The group key is a hash as well, so that nothing has to be stored of a key until it is confirmed.
 * Reference: auth 20.1.
 */
final class DeviceKeys {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String KEY_PURPOSE = "device-key";
    private static final String GROUP_PURPOSE = "device-group";
    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int GROUP_LENGTH = 8;

    private final KeyRing keys;
    private final SecureRandom random;

    DeviceKeys(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** A new key for a device of a user. */
    String issue(User user) {
        return key(user, random.nextLong());
    }

    /** Whether the key was handed out to this user. */
    boolean isIssued(User user, String key) {
        String prefix = user.pool().region() + "_";
        if (!key.startsWith(prefix)
                || !UUID_FORM.matcher(key.substring(prefix.length())).matches()) {
            return false;
        }
        long first = UUID.fromString(key.substring(prefix.length())).getMostSignificantBits();
        return ConstantTime.equals(key(user, first), key);
    }

    /** The group of a device: a hyphen and eight letters and digits, never an underscore. */
    String group(User user, String key) {
        byte[] hash = keys.hash(GROUP_PURPOSE, user.pool().value(), user.sub().value(), key);
        StringBuilder group = new StringBuilder("-");
        for (int i = 0; i < GROUP_LENGTH; i++) { // A name, not a secret: that some letters are likelier does no harm.
            group.append(LETTERS_AND_DIGITS.charAt(Byte.toUnsignedInt(hash[i]) % LETTERS_AND_DIGITS.length()));
        }
        return group.toString();
    }

    private String key(User user, long first) {
        long random60 = (first & ~0xf000L) | 0x4000L; // A UUID of version 4, as far as anybody can tell.
        byte[] hash = keys.hash(KEY_PURPOSE, user.pool().value(), user.sub().value(), Long.toHexString(random60));
        long second = (ByteBuffer.wrap(hash).getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return user.pool().region() + "_" + new UUID(random60, second);
    }
}
