package dev.cognate.clients;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AnalyticsConfigurationType;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where analytics go. Reference: oauth-config B5. */
final class AnalyticsRules {
    /** Takes the analytics of pools whose own region has no such service. */
    private static final String CENTRAL_REGION = "us-east-1";

    private AnalyticsRules() {}

    static void check(@Nullable AnalyticsConfigurationType analytics, String region) {
        if (analytics == null) {
            return;
        }
        String application = analytics.applicationArn();
        long older = Stream.of(analytics.applicationId(), analytics.roleArn(), analytics.externalId())
                .filter(Objects::nonNull)
                .count();
        boolean valid = application != null ? older == 0 : older == 3;
        if (!valid) {
            throw new InvalidParameterException(Texts.ANALYTICS);
        }
        if (application != null) {
            String applicationRegion = application.split(":", 5)[3];
            if (!applicationRegion.equals(region) && !applicationRegion.equals(CENTRAL_REGION)) {
                throw new InvalidParameterException(Texts.analyticsRegion(applicationRegion));
            }
        }
    }
}
