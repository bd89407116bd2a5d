package dev.cognate.federation;

import dev.cognate.wire.Fault;
import dev.cognate.wire.JsonInput;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is used of a discovery document (OpenID Connect Discovery 1.0, 3).
 *
 * @param byKey the endpoints that it names, by their key in a provider's details
 */
record Discovery(Map<String, String> byKey) {
    /** The keys of the endpoints in a provider's details. */
    static final List<String> KEYS = List.of("authorize_url", "token_url", "attributes_url", "jwks_uri");

    /** A document that names no endpoint, or none at all. */
    static final Discovery NOTHING = new Discovery(Map.of());

    /** Copies the map. */
    Discovery {
        byKey = Map.copyOf(byKey);
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
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
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
        return new Discovery(found);
    }
}
