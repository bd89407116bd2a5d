package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * This machine as the server knows it, for one user of one pool. Reference: auth 9.5, 20.1.
 *
 * @param owner whose device it is
 * @param key names it
 * @param group goes into its proof as a pool goes into a user's
 * @param password was made here; the server has what proves it, never the password itself
 */
record Device(Owner owner, String key, String group, String password) {
    private static final String POOL = "UserPoolId";
    private static final String USERNAME = "Username";
    private static final String KEY = "DeviceKey";
    private static final String GROUP = "DeviceGroupKey";
    private static final String PASSWORD = "DevicePassword";

    /** A user of a pool, under the name that is typed at the sign-in. */
    record Owner(String poolId, String username) {}

    /** The device that this JSON describes; null when it describes none, or another owner's. */
    static @Nullable Device of(@Nullable JsonValue json, Owner owner) {
        if (!(json instanceof Entries entries)) {
            return null;
        }
        String key = entries.text(KEY);
        String group = entries.text(GROUP);
        String password = entries.text(PASSWORD);
        boolean own =
                owner.poolId().equals(entries.text(POOL)) && owner.username().equals(entries.text(USERNAME));
        if (!own || key == null || group == null || password == null) {
            return null;
        }
        return new Device(owner, key, group, password);
    }

    /** The device as JSON, with its password: only for a file that nobody else may read. */
    Entries json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(POOL, new Text(owner.poolId()));
        members.put(USERNAME, new Text(owner.username()));
        members.put(KEY, new Text(key));
        members.put(GROUP, new Text(group));
        members.put(PASSWORD, new Text(password));
        return new Entries(members);
    }

    /** Names the key only. */
    @Override
    public String toString() {
        return "Device[" + key + ", ***]";
    }
}
