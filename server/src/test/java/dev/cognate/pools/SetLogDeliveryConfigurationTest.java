package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where logs are to go. Reference: oauth-config B13, B18. */
final class SetLogDeliveryConfigurationTest extends PoolRoom {
    static final String GROUP = "\"CloudWatchLogsConfiguration\":{\"LogGroupArn\":"
            + "\"arn:aws:logs:us-east-1:123456789012:log-group:people\"}";
    private static final String BUCKET = "\"S3Configuration\":{\"BucketArn\":\"arn:aws:s3:::people-logs\"}";
    private static final String NOTIFICATIONS =
            "{" + GROUP + ",\"EventSource\":\"userNotification\",\"LogLevel\":\"ERROR\"}";
    private static final String EVENTS = "{\"EventSource\":\"userAuthEvents\",\"LogLevel\":\"INFO\"," + BUCKET + "}";

    static String body(String id, String configurations) {
        return "{\"UserPoolId\":\"" + id + "\",\"LogConfigurations\":[" + configurations + "]}";
    }

    private String refusal(String id, String configurations) {
        return api.refusal("SetLogDeliveryConfiguration", body(id, configurations));
    }

    /** "Replaces the whole list (0–2)." */
    @Test
    void theWholeListIsReplaced() {
        String id = api.pool("\"UserPoolTier\":\"PLUS\"");
        String both = NOTIFICATIONS + "," + EVENTS;

        assertThat(api.answer("SetLogDeliveryConfiguration", body(id, both)))
                .isEqualTo("{\"LogDeliveryConfiguration\":{\"LogConfigurations\":[" + both + "],\"UserPoolId\":\"" + id
                        + "\"}}");
        assertThat(api.answer("GetLogDeliveryConfiguration", "{\"UserPoolId\":\"" + id + "\"}"))
                .contains("[" + both + "]");

        api.answer("SetLogDeliveryConfiguration", body(id, EVENTS));
        assertThat(api.answer("GetLogDeliveryConfiguration", "{\"UserPoolId\":\"" + id + "\"}"))
                .contains("[" + EVENTS + "]");
    }

    /** The literal texts of B13. */
    @Test
    void whatTheServiceRefusesIsRefused() {
        String id = api.pool("");

        assertThat(refusal(id, NOTIFICATIONS + "," + NOTIFICATIONS))
                .isEqualTo("InvalidParameterException: Following event sources appear more then once in a request");
        assertThat(refusal(id, NOTIFICATIONS.replace("us-east-1", "eu-west-1")))
                .isEqualTo("InvalidParameterException: ARN does not belong to current region");
        assertThat(refusal(id, EVENTS))
                .isEqualTo("FeatureUnavailableInTierException: The following feature is not available for the"
                        + " ESSENTIALS pricing tier configured: Log Streaming");
    }

    /** "One destination each"; "userNotification (LogLevel ERROR) / userAuthEvents (INFO, PLUS tier)". */
    @Test
    void eachSourceHasOneDestinationAndItsOwnLevel() {
        String id = api.pool("\"UserPoolTier\":\"PLUS\"");
        String destinations = "InvalidParameterException: Each log configuration needs exactly one destination.";
        String levels = "InvalidParameterException: The log level of userNotification is ERROR, that of userAuthEvents"
                + " is INFO.";

        assertThat(refusal(id, EVENTS.replace("}}", "}," + GROUP + "}"))).isEqualTo(destinations);
        assertThat(refusal(id, "{\"EventSource\":\"userNotification\",\"LogLevel\":\"ERROR\"}"))
                .isEqualTo(destinations);
        assertThat(refusal(id, "{\"EventSource\":\"userNotification\",\"LogLevel\":\"ERROR\",\"S3Configuration\":{}}"))
                .isEqualTo(destinations);
        assertThat(refusal(id, NOTIFICATIONS.replace("ERROR", "INFO"))).isEqualTo(levels);
        assertThat(refusal(id, EVENTS.replace("INFO", "ERROR"))).isEqualTo(levels);
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        assertThat(refusal("us-east-1_NONE", ""))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
