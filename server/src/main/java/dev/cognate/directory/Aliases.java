package dev.cognate.directory;

import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AliasAttributeType;
import dev.cognate.wire.model.UsernameAttributeType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which addresses are names in a pool, and what a username may look like there. Reference: lifecycle A7, B3. */
public final class Aliases {
    private Aliases() {}

    public static NameKind kind(String attribute) {
        return attribute.equals("email") ? NameKind.EMAIL : NameKind.PHONE_NUMBER;
    }

    /**
     * The attribute that the submitted username is, in a pool where addresses are the sign-in names.
     *
     * @return null in a pool with usernames of their own
     * @throws InvalidParameterException the username is no such address
     */
    public static @Nullable NameKind signInName(Pool pool, String username) {
        List<UsernameAttributeType> allowed = pool.usernameAttributes();
        boolean email = allowed.contains(UsernameAttributeType.EMAIL);
        boolean phone = allowed.contains(UsernameAttributeType.PHONE_NUMBER);
        if (email && AttributeRules.isEmail(username)) {
            return NameKind.EMAIL;
        }
        if (phone && AttributeRules.isPhoneNumber(username)) {
            return NameKind.PHONE_NUMBER;
        }
        if (!email && !phone) {
            return null;
        }
        throw new InvalidParameterException(
                email && phone ? Texts.USERNAME_IS_EITHER : email ? Texts.USERNAME_IS_EMAIL : Texts.USERNAME_IS_PHONE);
    }

    /** Refuses what would look like an alias, or is one too early. */
    public static void checkSignUp(Pool pool, String username, Map<String, String> attributes) {
        checkUsername(pool, username);
        if (NameKind.PREFERRED_USERNAME.isAlias(pool) && attributes.containsKey("preferred_username")) {
            throw new InvalidParameterException(Texts.PREFERRED_USERNAME_TOO_EARLY);
        }
    }

    /** Refuses what would look like an alias. */
    static void checkUsername(Pool pool, String username) {
        List<AliasAttributeType> aliases = pool.aliasAttributes();
        if (aliases.contains(AliasAttributeType.EMAIL) && AttributeRules.isEmail(username)) {
            throw new InvalidParameterException(Texts.USERNAME_LIKE_EMAIL);
        }
        if (aliases.contains(AliasAttributeType.PHONE_NUMBER) && AttributeRules.isPhoneNumber(username)) {
            throw new InvalidParameterException(Texts.USERNAME_LIKE_PHONE);
        }
    }
}
