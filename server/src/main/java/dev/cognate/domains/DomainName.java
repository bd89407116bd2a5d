package dev.cognate.domains;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a domain, and where no other may have it. Reference: oauth-config B7.
 *
 * @param region where the name is taken: a prefix in its region, a custom domain everywhere, which is an empty text
 * @param text the prefix, or the custom domain in full
 */
record DomainName(String region, String text) {
    static final String EVERYWHERE = "";
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?)+");
    private static final Set<String> RESERVED = Set.of("aws", "amazon", "cognito");

    /** The name as a request to a region has it; only a custom domain has dots. */
    static DomainName of(String region, String text) {
        return new DomainName(text.indexOf('.') < 0 ? region : EVERYWHERE, text);
    }

    /** The name of a custom domain, whatever it looks like. */
    static DomainName custom(String text) {
        return new DomainName(EVERYWHERE, text);
    }

    /** The name of a prefix, whatever it looks like. */
    static DomainName prefix(String region, String text) {
        return new DomainName(region, text);
    }

    /** Whether it is a custom domain. */
    boolean isCustom() {
        return region.equals(EVERYWHERE);
    }

    /**
     * Refuses a name that cannot be given.
     *
     * @throws InvalidParameterException a sign or a word is not allowed
     */
    void check() {
        if (isCustom()) {
            if (!SUBDOMAIN.matcher(text).matches()) {
                throw new InvalidParameterException(Texts.NOT_A_SUBDOMAIN);
            }
            return;
        }
        if (!PREFIX.matcher(text).matches()) {
            throw new InvalidParameterException(Texts.INVALID_CHARACTER);
        }
        // Only a whole segment is reserved: "awsome" is good, "my-aws" is not.
        for (String segment : List.of(text.split("-", -1))) {
            if (RESERVED.contains(segment)) {
                throw new InvalidParameterException(Texts.reserved(segment));
            }
        }
    }
}
