package dev.cognate.sessions;

/** Every sentence that this room tells a client. The originals of all but the first are not known. */
final class Texts {
    static final String TRACKING = "User Session Tracking";
    static final String NOT_IN_TIER =
            "The following feature is not available for the LITE pricing tier configured: " + TRACKING;
    static final String MAX_PER_USER = "MaxPerUser is a number from 1 to 100.";
    static final String MAX_VALIDITY = "MaxValidityMinutes is a number from 0 to 129600.";
    static final String NOT_TRACKED = "User session tracking is not enabled for the user pool.";
    static final String NO_SESSION = "The user has no such session.";
    static final String OWN_SESSION = "The session that the access token belongs to cannot be revoked.";
    static final String BAD_PAGE_TOKEN = "Invalid pagination token";

    private Texts() {}
}
