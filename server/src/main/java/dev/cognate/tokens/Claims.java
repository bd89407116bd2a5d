package dev.cognate.tokens;

import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that is being made, in the order in which they were put first; and what a function may change of
 * them. Reference: auth 24.4.
 */
final class Claims implements Shape {
    static final String GROUPS = "cognito:groups";
    static final String ROLES = "cognito:roles";
    static final String PREFERRED_ROLE = "cognito:preferred_role";

    /** What says whose the token is, for whom and for how long: no function changes it. */
    private static final Set<String> FIXED = Set.of(
            "username",
            "sub",
            "identities",
            "client_id",
            "event_id",
            "device_key",
            "version",
            "acr",
            "amr",
            "at_hash",
            "auth_time",
            "azp",
            "exp",
            "iat",
            "iss",
            "jti",
            "nbf",
            "nonce",
            "origin_jti",
            "scope",
            "token_use");

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final TokenUse use;

    Claims(TokenUse use) {
        this.use = use;
    }

    @FunctionalInterface
    private interface Claim {
        void write(JsonOutput out, String name);
    }

    /** Null is no claim. */
    void put(String name, @Nullable String value) {
        if (value != null) {
            claims.put(name, (out, as) -> out.member(as, value));
        }
    }

    void put(String name, long value) {
        claims.put(name, (out, as) -> out.member(as, (Long) value));
    }

    void put(String name, boolean value) {
        claims.put(name, (out, as) -> out.member(as, (Boolean) value));
    }

    /** An empty list is no claim. */
    void put(String name, List<String> values) {
        if (!values.isEmpty()) {
            claims.put(name, (out, as) -> out.member(as, values));
        }
    }

    void put(String name, Shape value) {
        claims.put(name, (out, as) -> out.member(as, value));
    }

    void put(String name, Document value) {
        claims.put(name, (out, as) -> out.member(as, value));
    }

    /** Does what the function asks for, as far as it may; what it may not is ignored. Leaving out wins over adding. */
    void change(Changes changes, String clientId) {
        changes.claims().forEach((name, value) -> {
            if (mayPut(name, value, clientId)) {
                put(name, value);
            }
        });
        changes.suppressed().stream().filter(this::maySuppress).forEach(claims::remove);
        if (changes.suppressed().contains(GROUPS)) {
            claims.remove(ROLES);
            claims.remove(PREFERRED_ROLE);
        }
    }

    private boolean mayPut(String name, Document value, String clientId) {
        if (name.equals("aud")) {
            return use == TokenUse.ACCESS && value.json().equals("\"" + clientId + "\"");
        }
        return !FIXED.contains(name) && !name.startsWith("cognito:") && !name.startsWith("dev:");
    }

    private boolean maySuppress(String name) {
        return name.equals(GROUPS)
                || (!FIXED.contains(name) && !name.equals("aud") && (!name.startsWith("cognito:") || isRole(name)));
    }

    private static boolean isRole(String name) {
        return name.equals(ROLES) || name.equals(PREFERRED_ROLE);
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        claims.forEach((name, claim) -> claim.write(out, name));
        out.endObject();
    }
}
