package dev.cognate.risk;

import dev.cognate.domain.PoolId;

/** Every sentence that this room tells a client. The last group has no known original. Reference: oauth-config B14. */
final class Texts {
    static final String CIDR = "Incorrect CIDR format";

    static final String COMPROMISED = "Provided password cannot be used for security reasons.";

    // No original is known for these.
    static final String NOTIFY = "NotifyConfiguration is required when an action notifies the user.";
    static final String NO_EVENT = "The user has no such event.";
    static final String FEEDBACK_TOKEN = "Invalid feedback token";
    static final String BAD_PAGE_TOKEN = "Invalid pagination token";

    private Texts() {}

    static String notEnabled(PoolId pool) {
        return "Threat protection is not enabled for user pool " + pool + ".";
    }
}
