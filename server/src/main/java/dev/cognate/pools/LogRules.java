package dev.cognate.pools;

import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CloudWatchLogsConfigurationType;
import dev.cognate.wire.model.EventSourceName;
import dev.cognate.wire.model.FirehoseConfigurationType;
import dev.cognate.wire.model.LogConfigurationType;
import dev.cognate.wire.model.LogLevel;
import dev.cognate.wire.model.S3ConfigurationType;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What SetLogDeliveryConfiguration refuses. Reference: oauth-config B13, B18. */
final class LogRules {
    private LogRules() {}

    static void check(Pool pool, List<LogConfigurationType> configurations) {
        long sources = configurations.stream()
                .map(LogConfigurationType::eventSource)
                .distinct()
                .count();
        if (sources < configurations.size()) {
            throw new InvalidParameterException(Texts.LOG_SOURCE_TWICE);
        }
        configurations.forEach(each -> check(pool, each));
    }

    private static void check(Pool pool, LogConfigurationType asked) {
        long destinations = Stream.of(logGroup(asked), bucket(asked), stream(asked))
                .filter(Objects::nonNull)
                .count();
        if (destinations != 1) {
            throw new InvalidParameterException(Texts.LOG_DESTINATIONS);
        }
        boolean elsewhere = Stream.of(logGroup(asked), stream(asked))
                .filter(Objects::nonNull)
                .anyMatch(arn -> !Arn.of(arn).region().equals(pool.id().region()));
        if (elsewhere) {
            throw new InvalidParameterException(Texts.LOG_REGION);
        }
        if (asked.logLevel() != level(asked.eventSource())) {
            throw new InvalidParameterException(Texts.LOG_LEVEL);
        }
        UserPoolTierType tier = pool.tier();
        if (asked.eventSource() == EventSourceName.USER_AUTH_EVENTS && tier != UserPoolTierType.PLUS) {
            throw new FeatureUnavailableInTierException(Texts.notInTier(tier, TierRules.LOG_STREAMING));
        }
    }

    private static LogLevel level(EventSourceName source) {
        return switch (source) {
            case USER_NOTIFICATION -> LogLevel.ERROR;
            case USER_AUTH_EVENTS -> LogLevel.INFO;
        };
    }

    private static @Nullable String logGroup(LogConfigurationType asked) {
        CloudWatchLogsConfigurationType destination = asked.cloudWatchLogsConfiguration();
        return destination == null ? null : destination.logGroupArn();
    }

    private static @Nullable String bucket(LogConfigurationType asked) {
        S3ConfigurationType destination = asked.s3Configuration();
        return destination == null ? null : destination.bucketArn();
    }

    private static @Nullable String stream(LogConfigurationType asked) {
        FirehoseConfigurationType destination = asked.firehoseConfiguration();
        return destination == null ? null : destination.streamArn();
    }
}
