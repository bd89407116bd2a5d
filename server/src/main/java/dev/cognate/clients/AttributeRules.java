package dev.cognate.clients;

import dev.cognate.pools.Schema;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.List;
import java.util.Set;

/** Which attributes a client may read and write. Reference: oauth-config B5, lifecycle C3. */
final class AttributeRules {
    /** What no user writes, through whatever client. */
    static final Set<String> READ_ONLY = Set.of("sub", "email_verified", "phone_number_verified");

    private AttributeRules() {}

    static void check(UserPoolClientType asked, Schema schema) {
        List<String> read = asked.readAttributes();
        if (read != null && !read.stream().allMatch(schema::has)) {
            throw new InvalidParameterException(Texts.READ_ATTRIBUTES);
        }
        List<String> write = asked.writeAttributes();
        if (write != null
                && !write.stream().allMatch(attribute -> schema.has(attribute) && !READ_ONLY.contains(attribute))) {
            throw new InvalidParameterException(Texts.WRITE_ATTRIBUTES);
        }
    }
}
