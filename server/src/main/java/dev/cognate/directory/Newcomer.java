package dev.cognate.directory;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom others bring into a pool (an administrator, a function that migrates users), and what they say is proved.
 *
 * @param candidate the user who is about to be added
 * @param emailVerified whether the e-mail address counts as proved
 * @param phoneVerified the same of the phone number
 */
public record Newcomer(Candidate candidate, boolean emailVerified, boolean phoneVerified) {

    /**
     * Checks what is said of the user, in the order of lifecycle F1: the form of the username, then the attributes.
     *
     * @param username the username, or the address where addresses are the sign-in names
     * @param said the attributes; {@code email_verified} and {@code phone_number_verified} may be among them
     * @throws InvalidParameterException something does not fit the pool
     */
    public static Newcomer of(Pool pool, Randomness randomness, String username, Map<String, String> said) {
        NameKind signInName = Aliases.signInName(pool, username);
        Aliases.checkUsername(pool, username);
        Map<String, String> attributes = new LinkedHashMap<>(said);
        if (signInName != null) {
            attributes.put(signInName.attribute(), username);
        }
        AttributeRules.checkGiven(pool, attributes);
        boolean emailVerified = takeVerified(attributes, NameKind.EMAIL);
        boolean phoneVerified = takeVerified(attributes, NameKind.PHONE_NUMBER);
        Sub sub = Users.newId(pool, randomness);
        String realName = signInName == null ? username : sub.value();
        return new Newcomer(new Candidate(sub, realName, attributes), emailVerified, phoneVerified);
    }

    /** What a PreSignUp function is told of the newcomer: all that was said. */
    public Map<String, String> eventAttributes() {
        Map<String, String> said = new LinkedHashMap<>(candidate.attributes());
        if (emailVerified) {
            said.put("email_verified", "true");
        }
        if (phoneVerified) {
            said.put("phone_number_verified", "true");
        }
        return said;
    }

    /** As what the newcomer is added. */
    public NewUsers.Terms terms(StatusChange.Arrival arrival, boolean takesAliases, @Nullable KeptPassword password) {
        return new NewUsers.Terms(arrival, emailVerified, phoneVerified, takesAliases, password);
    }

    /** A flag that is set is for {@link NewUsers} to store; one that is not stays among the attributes as it was given. */
    private static boolean takeVerified(Map<String, String> attributes, NameKind address) {
        String flag = address.attribute() + "_verified";
        String said = attributes.remove(flag);
        if (said == null) {
            return false;
        }
        if (!attributes.containsKey(address.attribute())) {
            throw AttributeRules.nothingToVerify(address);
        }
        boolean verified = Boolean.parseBoolean(said);
        if (!verified) {
            attributes.put(flag, "false");
        }
        return verified;
    }
}
