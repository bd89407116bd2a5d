package dev.cognate.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an app client allows by its ExplicitAuthFlows, in today's names. Reference: oauth-config B5. */
final class Flows {
    private static final String SRP = "ALLOW_USER_SRP_AUTH";
    private static final String PASSWORD = "ALLOW_USER_PASSWORD_AUTH";
    private static final String ADMIN_PASSWORD = "ALLOW_ADMIN_USER_PASSWORD_AUTH";
    private static final String CUSTOM = "ALLOW_CUSTOM_AUTH";
    /** What lets a client refresh its tokens, unless they rotate. */
    static final String REFRESH = "ALLOW_REFRESH_TOKEN_AUTH";

    /** What allows which AuthFlow. */
    private static final Map<String, String> NEEDED = new TreeMap<>(Map.of(
            "USER_SRP_AUTH",
            SRP,
            "USER_PASSWORD_AUTH",
            PASSWORD,
            "ADMIN_USER_PASSWORD_AUTH",
            ADMIN_PASSWORD,
            "ADMIN_NO_SRP_AUTH",
            ADMIN_PASSWORD,
            "CUSTOM_AUTH",
            CUSTOM,
            "USER_AUTH",
            "ALLOW_USER_AUTH",
            "REFRESH_TOKEN_AUTH",
            REFRESH,
            "REFRESH_TOKEN",
            REFRESH));

    /** What an app client may do that names no ways of signing in. */
    private static final List<String> USUAL = List.of(SRP, CUSTOM, REFRESH);

    /** The older names and what they are today. */
    private static final Map<String, String> LEGACY = Map.of(
            "ADMIN_NO_SRP_AUTH", ADMIN_PASSWORD, "CUSTOM_AUTH_FLOW_ONLY", CUSTOM, "USER_PASSWORD_AUTH", PASSWORD);

    private final List<String> said;

    /** @param said the client's ExplicitAuthFlows */
    Flows(List<String> said) {
        this.said = said;
    }

    /** The names of all AuthFlows. */
    static List<String> names() {
        return List.copyOf(NEEDED.keySet());
    }

    /** What allows an AuthFlow, which must be one of {@link #names}. */
    static String needed(String flow) {
        return NEEDED.getOrDefault(flow, flow);
    }

    /** Whether the client names older flows, which cannot stand beside today's. */
    boolean areLegacy() {
        return said.stream().anyMatch(LEGACY::containsKey);
    }

    /** All that is allowed. The older names add to SRP and refreshing, which every client could do. */
    List<String> allowed() {
        if (said.isEmpty()) {
            return USUAL;
        }
        if (!areLegacy()) {
            return said;
        }
        List<String> allowed = new ArrayList<>();
        if (!said.contains("CUSTOM_AUTH_FLOW_ONLY")) {
            allowed.add(SRP);
        }
        said.forEach(name -> allowed.add(LEGACY.getOrDefault(name, name)));
        allowed.add(REFRESH);
        return allowed;
    }
}
