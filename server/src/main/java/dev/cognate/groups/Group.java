package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.UpdateGroupRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A group as stored. Reference: lifecycle G.
 *
 * @param pool the pool
 * @param id what memberships name it by; never given twice
 * @param name unique in the pool; cases differ
 * @param description null for none
 * @param roleArn the role of its members, null for none
 * @param precedence the lower number wins; null, which ranks last, for none
 * @param created when it was created
 * @param modified when it was last changed; memberships do not count
 */
record Group(
        PoolId pool,
        String id,
        String name,
        @Nullable String description,
        @Nullable String roleArn,
        @Nullable Integer precedence,
        Instant created,
        Instant modified) {
    /** How many groups a pool can have. */
    static final int MOST_OF_POOL = 10_000;

    /** How many groups a user can be in. */
    static final int MOST_OF_USER = 100;

    /** Greater than every precedence that can be given. */
    private static final long LAST = 1L + Integer.MAX_VALUE;

    /** Where the group ranks: its precedence, or behind all others without one. */
    long rank() {
        return precedence == null ? LAST : precedence;
    }

    /** This group with what the request names; the rest keeps its value. */
    Group with(UpdateGroupRequest request, Instant now) {
        return new Group(
                pool,
                id,
                name,
                request.description() == null ? description : request.description(),
                request.roleArn() == null ? roleArn : request.roleArn(),
                request.precedence() == null ? precedence : request.precedence(),
                created,
                now);
    }

    /** The group as the API shows it. */
    GroupType shown() {
        return new GroupType(name, pool.value(), description, roleArn, precedence, modified, created);
    }

    /** Whether the other group's role is the same. */
    boolean hasRoleOf(Group other) {
        return Objects.equals(roleArn, other.roleArn);
    }
}
