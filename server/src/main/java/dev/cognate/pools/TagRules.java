package dev.cognate.pools;

import dev.cognate.wire.fault.UserPoolTaggingException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tags of a pool. Reference: oauth-config B16. */
final class TagRules {
    private static final int MOST = 50;

    private TagRules() {}

    static void check(@Nullable Map<String, String> tags) {
        if (tags == null) {
            return;
        }
        if (tags.size() > MOST) {
            throw new UserPoolTaggingException(Texts.TOO_MANY_TAGS);
        }
        if (tags.keySet().stream().anyMatch(key -> key.startsWith("aws:"))) {
            throw new UserPoolTaggingException(Texts.RESERVED_TAG);
        }
    }
}
