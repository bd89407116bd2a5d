package dev.cognate.devices;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.User;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The keys of devices: region, underscore and a UUID, of which the first half is random and the second a keyed hash of the
 * first and the user. The group key is a hash as well, so that nothing has to be stored of a key until it is confirmed; from
 * then on the device has its group. Keys are made by the newest key of the ring and known again by any. Reference: auth
 * 20.1.
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

    /** A key, and the group that it is handed out with. */
    record Issued(String key, String group) {}

    /** A new key for a device of a user. */
    Issued issue(User user) {
        String key = keys(user, random.nextLong()).getFirst();
        return new Issued(key, groups(user, key).getFirst());
    }

    /** The group with which a key was handed out to this user, null when it was not. */
    @Nullable String group(User user, String key) {
        String prefix = user.pool().region() + "_";
        if (!key.startsWith(prefix)
                || !UUID_FORM.matcher(key.substring(prefix.length())).matches()) {
            return null;
        }
        long first = UUID.fromString(key.substring(prefix.length())).getMostSignificantBits();
        List<String> made = keys(user, first);
        for (int i = 0; i < made.size(); i++) {
            if (ConstantTime.equals(made.get(i), key)) {
                return groups(user, key).get(i);
            }
        }
        return null;
    }

    /** What each key of the ring makes of a first half, newest first. */
    private List<String> keys(User user, long first) {
        long random60 = (first & ~0xf000L) | 0x4000L; // A UUID of version 4, as far as anybody can tell.
        String text = Long.toHexString(random60);
        return keys.hashes(KEY_PURPOSE, user.pool().value(), user.sub().value(), text).stream()
                .map(hash -> (ByteBuffer.wrap(hash).getLong() >>> 2) | 0x8000_0000_0000_0000L)
                .map(second -> user.pool().region() + "_" + new UUID(random60, second))
                .toList();
    }

    /** Hyphens and eight letters and digits, never an underscore: by each key of the ring, newest first. */
    private List<String> groups(User user, String key) {
        return keys.hashes(GROUP_PURPOSE, user.pool().value(), user.sub().value(), key).stream()
                .map(DeviceKeys::group)
                .toList();
    }

    private static String group(byte[] hash) {
        StringBuilder group = new StringBuilder("-");
        for (int i = 0; i < GROUP_LENGTH; i++) { // A name, not a secret: that some letters are likelier does no harm.
            group.append(LETTERS_AND_DIGITS.charAt(Byte.toUnsignedInt(hash[i]) % LETTERS_AND_DIGITS.length()));
        }
        return group.toString();
    }
}
