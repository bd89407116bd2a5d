package dev.cognate.federation;

import dev.cognate.pools.Schema;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.IdentityProviderTypeType;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes the service refuse a provider, whatever its details. Reference: oauth-config B9, newer. */
final class ProviderRules {
    private static final Set<String> LEVELS = Set.of("Level1", "Level2", "Level3", "Level4");

    /** Not of the schema, but mapped all the same: what the user is called. */
    private static final String USERNAME = "username";

    /** The pool itself, among the providers of a client. */
    private static final String OWN_USERS = "cognito";

    private ProviderRules() {}

    /** A provider that the service knows has its own name; no other may have that, or the pool's. */
    static void checkName(String name, IdentityProviderTypeType type) {
        boolean fits = switch (type) {
            case FACEBOOK, GOOGLE, LOGIN_WITH_AMAZON, SIGN_IN_WITH_APPLE -> name.equals(type.wire());
            case SAML, OIDC ->
                IdentityProviderTypeType.of(name) == null
                        && !name.toLowerCase(Locale.ROOT).equals(OWN_USERS);
        };
        if (!fits) {
            throw new InvalidParameterException(Texts.typeOfName(name, type));
        }
    }

    /** A claim can only go into an attribute that the pool has. */
    static void checkMapping(@Nullable Map<String, String> mapping, Schema schema) {
        if (mapping == null) {
            return;
        }
        for (String attribute : mapping.keySet()) {
            if (!attribute.equals(USERNAME) && !schema.has(attribute)) {
                throw new InvalidParameterException(Texts.unknownAttribute(attribute));
            }
        }
    }

    static void checkAcr(@Nullable Map<String, String> acr, IdentityProviderTypeType type) {
        if (acr == null || acr.isEmpty()) {
            return;
        }
        if (type != IdentityProviderTypeType.OIDC) {
            throw new InvalidParameterException(Texts.ACR_TYPE);
        }
        if (!LEVELS.containsAll(acr.keySet())) {
            throw new InvalidParameterException(Texts.ACR_LEVELS);
        }
    }

    /** The mapping where the request gives none: the user's id becomes the name; SAML has the NameID for that. */
    static @Nullable Map<String, String> mapping(@Nullable Map<String, String> asked, IdentityProviderTypeType type) {
        if (asked != null && !asked.isEmpty()) {
            return asked;
        }
        return switch (type) {
            case GOOGLE, SIGN_IN_WITH_APPLE, OIDC -> Map.of(USERNAME, "sub");
            case FACEBOOK -> Map.of(USERNAME, "id");
            case LOGIN_WITH_AMAZON -> Map.of(USERNAME, "user_id");
            case SAML -> null;
        };
    }
}
