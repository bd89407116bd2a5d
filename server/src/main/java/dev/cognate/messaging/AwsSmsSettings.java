package dev.cognate.messaging;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where AWS's two ways of sending SMS are.
 *
 * @param sns the base URL of SNS, null for AWS's own in each region
 * @param endUserMessaging the base URL of End User Messaging, null for AWS's own in each region
 * @param region the region for pools that name none, null for the pool's
 * @param origination the number that sends for pools that name none, null to leave the choice to AWS
 */
public record AwsSmsSettings(
        @Nullable URI sns,
        @Nullable URI endUserMessaging,
        @Nullable String region,
        @Nullable String origination) {}
