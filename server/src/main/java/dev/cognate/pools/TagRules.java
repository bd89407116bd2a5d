package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserPoolTaggingException;
import dev.cognate.wire.model.UserPoolType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of a pool. Reference: oauth-config B16. */
final class TagRules {
    private static final int MOST = 50;

    private TagRules() {}

    /** The tags that a pool has; often none. */
    static Map<String, String> of(UserPoolType pool) {
        Map<String, String> tags = pool.userPoolTags();
        return tags == null ? Map.of() : tags;
    }

    /** Refuses tags that a pool is created or updated with. */
    static void check(@Nullable Map<String, String> tags) {
        String problem = tags == null ? null : problem(tags, tags);
        if (problem != null) {
            throw new UserPoolTaggingException(problem);
        }
    }

    /**
     * Refuses what TagResource refuses, in the terms that its model has.
     *
     * @param added the tags of the request
     * @param all the tags that the pool would have
     */
    static void checkTagging(Map<String, String> added, Map<String, String> all) {
        String problem = problem(added, all);
        if (problem != null) {
            throw new InvalidParameterException(problem);
        }
    }

    private static @Nullable String problem(Map<String, String> added, Map<String, String> all) {
        if (all.size() > MOST) {
            return Texts.TOO_MANY_TAGS;
        }
        return added.keySet().stream().anyMatch(key -> key.startsWith("aws:")) ? Texts.RESERVED_TAG : null;
    }
}
