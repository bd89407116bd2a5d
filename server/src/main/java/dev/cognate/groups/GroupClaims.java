package dev.cognate.groups;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tokens say of a user's groups. Without a group all of it is empty. Reference: lifecycle G, auth 16.
 *
 * @param names {@code cognito:groups}: the groups in order of precedence, those of one precedence by name
 * @param roles {@code cognito:roles}: their roles in the same order, each once
 * @param preferredRole {@code cognito:preferred_role}: the role of the group that takes precedence; null when several
 *     groups share the lowest precedence and their roles differ, or when that group has no role
 */
public record GroupClaims(
        List<String> names, List<String> roles, @Nullable String preferredRole) {

    /** Copies the lists. */
    public GroupClaims {
        names = List.copyOf(names);
        roles = List.copyOf(roles);
    }

    /** The claims of a user who is in these groups, given in order of precedence. */
    static GroupClaims of(List<Group> groups) {
        return new GroupClaims(
                groups.stream().map(Group::name).toList(),
                groups.stream()
                        .map(Group::roleArn)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                preferred(groups));
    }

    private static @Nullable String preferred(List<Group> groups) {
        if (groups.isEmpty()) {
            return null;
        }
        Group first = groups.getFirst();
        boolean agreed = groups.stream()
                .takeWhile(group -> group.rank() == first.rank())
                .allMatch(group -> group.hasRoleOf(first));
        return agreed ? first.roleArn() : null;
    }
}
