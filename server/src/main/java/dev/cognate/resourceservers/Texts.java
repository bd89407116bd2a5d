package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.fault.ResourceNotFoundException;

/** What this room tells clients. The last group has no known original. Reference: oauth-config B8. */
final class Texts {
    // No original is known for these.
    static final String RESERVED = "Identifiers that begin with aws.cognito are reserved.";

    private Texts() {}

    static String tooMany(int most) {
        return "A user pool cannot have more than " + most + " resource servers.";
    }

    static String exists(String identifier, PoolId pool) {
        return identifier + " already exists in user pool " + pool + ".";
    }

    static ResourceNotFoundException missing(String identifier) {
        return new ResourceNotFoundException("Resource server " + identifier + " does not exist.");
    }

    /** No original is known. */
    static String repeatedScope(String scope) {
        return "The scope " + scope + " is given more than once.";
    }
}
