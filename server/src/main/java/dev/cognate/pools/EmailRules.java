package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.EmailConfigurationType;
import dev.cognate.wire.model.EmailSendingAccountType;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who sends a pool's e-mail. Reference: oauth-config B2, lifecycle D5. */
final class EmailRules {
    private static final Set<String> SES_REGIONS = Set.of("eu-west-1", "us-east-1", "us-west-2");

    /** {@code a@b}, or a name (quoted or not) and {@code <a@b>}. Possessive, so that no text takes long to refuse. */
    private static final Pattern FROM =
            Pattern.compile("[^\\s@<>]++@[^\\s@<>]++|[^<>\\r\\n]*+<[^\\s@<>]++@[^\\s@<>]++>");

    private EmailRules() {}

    static void check(String region, @Nullable EmailConfigurationType email) {
        if (email == null) {
            return;
        }
        String source = email.sourceArn();
        boolean developer = email.emailSendingAccount() == EmailSendingAccountType.DEVELOPER;
        if (source == null) {
            if (developer) {
                throw new InvalidParameterException(Texts.SOURCE_ARN_MISSING);
            }
        } else {
            checkRegion(Arn.of(source).region(), region, developer);
        }
        String from = email.from();
        if (from != null && !FROM.matcher(from).matches()) {
            throw new InvalidParameterException(Texts.FROM_ADDRESS);
        }
    }

    /** The three regions of old; an own SES account may also stand in the pool's region. */
    static void checkRegion(String source, String pool, boolean developer) {
        if (!SES_REGIONS.contains(source) && !(developer && source.equals(pool))) {
            throw new InvalidParameterException(Texts.SOURCE_ARN_REGION);
        }
    }
}
