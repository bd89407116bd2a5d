package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user as stored.
 *
 * @param pool the pool
 * @param sub the id for life
 * @param username the real username, as typed at sign-up; the {@code sub} where an e-mail address or phone number is the
 *     sign-in name
 * @param status where the user stands
 * @param enabled false after an administrator disabled the user
 * @param attributes full names and values, in the order they were first set; without {@code sub}
 * @param password what is stored of the password; null for a user without one
 * @param created when the user was created
 * @param modified when the user was last changed
 */
public record User(
        PoolId pool,
        Sub sub,
        String username,
        UserStatus status,
        boolean enabled,
        Map<String, String> attributes,
        @Nullable KeptPassword password,
        Instant created,
        Instant modified) {

    /** Takes a copy of the attributes. */
    public User {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The value of an attribute, null when the user does not have it. */
    public @Nullable String attribute(String name) {
        return attributes.get(name);
    }

    /** This user with another status. */
    public User withStatus(UserStatus changed, Instant now) {
        return new User(pool, sub, username, changed, enabled, attributes, password, created, now);
    }

    /**
     * This user after a change of status.
     *
     * @throws dev.cognate.wire.Fault the change is not allowed
     */
    public User after(StatusChange.Step cause, Instant now) {
        return withStatus(cause.require(status), now);
    }

    /** This user with another password, or with none. */
    public User withPassword(@Nullable KeptPassword changed, Instant now) {
        return new User(pool, sub, username, status, enabled, attributes, changed, created, now);
    }

    /** This user, allowed to do anything or not. */
    public User withEnabled(boolean changed, Instant now) {
        return new User(pool, sub, username, status, changed, attributes, password, created, now);
    }

    /** This user with an attribute set. */
    public User withAttribute(String name, String value, Instant now) {
        Map<String, String> changed = new LinkedHashMap<>(attributes);
        changed.put(name, value);
        return new User(pool, sub, username, status, enabled, changed, password, created, now);
    }

    /** This user with other attributes. */
    public User withAttributes(Map<String, String> changed, Instant now) {
        return new User(pool, sub, username, status, enabled, changed, password, created, now);
    }

    /** This user, who cannot sign in by password any more. */
    public User withoutPassword(Instant now) {
        return new User(pool, sub, username, status, enabled, attributes, null, created, now);
    }

    /** The names, beside the username, by which this user is found (lifecycle A7, B3): its addresses, and aliases. */
    public Map<NameKind, String> names(Pool pool) {
        Map<NameKind, String> names = new EnumMap<>(NameKind.class);
        for (NameKind kind : List.of(NameKind.EMAIL, NameKind.PHONE_NUMBER)) {
            String address = attribute(kind.attribute());
            boolean verified = "true".equals(attribute(kind.attribute() + "_verified"));
            if (address != null && (kind.isSignInName(pool) || (kind.isAlias(pool) && verified))) {
                names.put(kind, address);
            }
        }
        String preferred = attribute(NameKind.PREFERRED_USERNAME.attribute());
        if (preferred != null && NameKind.PREFERRED_USERNAME.isAlias(pool)) {
            names.put(NameKind.PREFERRED_USERNAME, preferred);
        }
        return names;
    }

    /**
     * The attributes as trigger events carry them (lifecycle I2): with {@code sub}, {@code cognito:user_status}, and each
     * address that finds the user once more, as {@code cognito:email_alias} or {@code cognito:phone_number_alias}.
     */
    public Map<String, String> eventAttributes(Pool pool) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("sub", sub.value());
        names(pool).forEach((kind, name) -> {
            if (kind != NameKind.PREFERRED_USERNAME) {
                all.put("cognito:" + kind.attribute() + "_alias", name);
            }
        });
        all.put("cognito:user_status", status.name());
        all.putAll(attributes);
        return all;
    }

    /** The user's id and standing; attributes are personal and are left out. */
    @Override
    public String toString() {
        return "User[" + pool + "/" + sub + ", " + status + (enabled ? "" : ", disabled") + "]";
    }
}
