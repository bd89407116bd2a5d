package dev.cognate.tokens;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say of a user's groups. Reference: auth 14.1.
 *
 * @param names the groups by precedence
 * @param roles their roles
 * @param preferredRole the role that takes precedence, null for none
 */
public record GroupClaims(
        List<String> names, List<String> roles, @Nullable String preferredRole) {
    /** No group. */
    public static final GroupClaims NONE = new GroupClaims(List.of(), List.of(), null);

    /** Copies the lists. */
    public GroupClaims {
        names = List.copyOf(names);
        roles = List.copyOf(roles);
    }
}
