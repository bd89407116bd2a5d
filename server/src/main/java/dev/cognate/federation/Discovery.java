package dev.cognate.federation;

import dev.cognate.wire.Fault;
import dev.cognate.wire.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is used of a discovery document (OpenID Connect Discovery 1.0, 3).
 *
 * @param issuer whose document it says it is, null where it does not say
 * @param byKey the endpoints that it names, by their key in a provider's details
 */
record Discovery(@Nullable String issuer, Map<String, String> byKey) {
    /** The keys of the endpoints in a provider's details. */
    static final List<String> KEYS = List.of("authorize_url", "token_url", "attributes_url", "jwks_uri");

    /** A document that names no endpoint, or none at all. */
    static final Discovery NOTHING = new Discovery(null, Map.of());

    /** Copies the map. */
    Discovery {
        byKey = Map.copyOf(byKey);
    }

    /**
     * Whether the document is this issuer's, as it must say (OpenID Connect Discovery 1.0, 4.3): one that says another
     * issuer's name would have tokens of that one believed. A slash at the end makes no difference.
     */
    boolean isOf(String name) {
        return issuer != null && withoutSlash(issuer).equals(withoutSlash(name));
    }

    private static String withoutSlash(String name) {
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** What a text says; one that is no such document says nothing. */
    static Discovery of(String text) {
        try {
            return JsonInput.decode(text.getBytes(StandardCharsets.UTF_8), (in, at, violations) -> read(in));
        } catch (Fault malformed) {
            return NOTHING;
        }
    }

    private static Discovery read(JsonInput in) {
        Map<String, String> found = new HashMap<>();
        String issuer = null;
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
            if (member.equals("issuer")) {
                issuer = in.string();
                continue;
            }
            String key = switch (member) {
                case "authorization_endpoint" -> "authorize_url";
                case "token_endpoint" -> "token_url";
                case "userinfo_endpoint" -> "attributes_url";
                case "jwks_uri" -> "jwks_uri";
                default -> null;
            };
            if (key == null) {
                in.skip();
            } else {
                String value = in.string();
                if (value != null) {
                    found.put(key, value);
                }
            }
        }
        return new Discovery(issuer, found);
    }
}
