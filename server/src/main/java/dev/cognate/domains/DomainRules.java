package dev.cognate.domains;

import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CustomDomainConfigType;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes the service refuse the settings of a domain, whatever its name. Reference: oauth-config B7. */
final class DomainRules {
    static final int CLASSIC = 1;
    static final int MANAGED_LOGIN = 2;

    /** A certificate of ACM in the one region from which it can be used; of which account, nobody here can tell. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:[\\w-]+:acm:us-east-1:[0-9]{12}:certificate/[\\w-]+");

    private DomainRules() {}

    static void checkCertificate(CustomDomainConfigType config) {
        if (!CERTIFICATE.matcher(config.certificateArn()).matches()) {
            throw new InvalidParameterException(Texts.CERTIFICATE);
        }
    }

    /** Refuses a version that there is none of, or that the pool's tier does not have. */
    static void checkVersion(@Nullable Integer version, Pool pool) {
        if (version == null || version == CLASSIC) {
            return;
        }
        if (version != MANAGED_LOGIN) {
            throw new InvalidParameterException(Texts.VERSION);
        }
        if (pool.config().userPoolTier() == UserPoolTierType.LITE) {
            throw new FeatureUnavailableInTierException(Texts.VERSION_ABOVE_TIER);
        }
    }
}
