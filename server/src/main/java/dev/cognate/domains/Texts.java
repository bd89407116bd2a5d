package dev.cognate.domains;

/**
 * Every sentence that this room tells a client, word for word as the service has them. The last group has no known
 * original. Reference: oauth-config B7, B18.
 */
final class Texts {
    static final String INVALID_CHARACTER =
            "The domain name contains an invalid character. Domain names can only contain"
                    + " lower-case letters, numbers, and hyphens. Please enter a different name that follows this format:"
                    + " ^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$";
    static final String NOT_A_SUBDOMAIN = "Custom domain is not a valid subdomain";
    static final String TAKEN = "Domain already associated with another user pool.";
    static final String HAS_ONE = "User pool already has a domain configured.";
    static final String CERTIFICATE =
            "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid,"
                    + " or doesn't include a valid certificate chain.";
    static final String MISSING = "No such domain or user pool exists.";
    static final String MANAGED_LOGIN = "Managed Login Version 2";
    static final String VERSION_ABOVE_TIER =
            "The following feature is not available for the LITE pricing tier configured: " + MANAGED_LOGIN;

    // No original is known for these.
    static final String VERSION = "ManagedLoginVersion is 1 or 2.";
    static final String PREFIX_WITH_CERTIFICATE = "CustomDomainConfig can only be given for a custom domain.";

    private Texts() {}

    static String tooManyCustom(int most) {
        return "An account cannot have more than " + most + " custom domains.";
    }

    static String reserved(String word) {
        return "Domain cannot contain reserved word: " + word;
    }
}
