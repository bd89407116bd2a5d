package dev.cognate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class AwsApiTest {

    @Test
    void awsOwnEndpointsAreThoseOfTheRegion() {
        assertThat(AwsApi.SES.at(null, "eu-west-1", "/v2/email/outbound-emails"))
                .hasToString("https://email.eu-west-1.amazonaws.com/v2/email/outbound-emails");
        assertThat(AwsApi.SNS.at(null, "us-east-1", "/")).hasToString("https://sns.us-east-1.amazonaws.com/");
        assertThat(AwsApi.SMS_VOICE.at(null, "cn-north-1", "/"))
                .hasToString("https://sms-voice.cn-north-1.amazonaws.com.cn/");
    }

    @Test
    void anotherEndpointTakesTheirPlaceWithOrWithoutASlash() {
        assertThat(AwsApi.SNS.at(URI.create("http://localhost:4566/"), "us-east-1", "/"))
                .hasToString("http://localhost:4566/");
        assertThat(AwsApi.SES.at(URI.create("http://localhost:4566/aws"), "us-east-1", "/v2"))
                .hasToString("http://localhost:4566/aws/v2");
    }

    @Test
    void credentialsAreNotPrinted() {
        assertThat(AwsCredentials.given("AKIDEXAMPLE", "the-secret", "the-token"))
                .hasToString("AwsCredentials[***]");
    }
}
