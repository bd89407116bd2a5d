package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OriginTest {

    /** Clause I2.t3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aws-sdk-nodejs/2.856.0 linux/v14.16.0 promise                            | aws-sdk-nodejs-2.856.0
            aws-sdk-js/3.1010.0 ua/2.1 os/linux lang/js md/nodejs#22.1.0 api/c#3     | aws-sdk-js-3.1010.0
            aws-amplify/6.0 aws-sdk-js/3.10.1                                        | aws-sdk-js-3.10.1
            aws-cli/2.15.0 Python/3.11.6 Linux/6.1 botocore/2.4.5                    | aws-sdk-unknown-unknown
            aws-sdk-java/2.20.1 Linux/6.1                                            | aws-sdk-unknown-unknown
            my-aws-sdk-js/3.1                                                        | aws-sdk-unknown-unknown
            aws-sdk-js/3.1"},"x":{"                                                  | aws-sdk-unknown-unknown
            """)
    void theSdkIsReadFromTheUserAgent(String userAgent, String version) {
        assertThat(new Origin(new PoolId("eu-west-1_abc"), "alice", null, userAgent).awsSdkVersion())
                .isEqualTo(version);
    }

    /** Clause I2.t3. */
    @Test
    void aRequestWithoutUserAgentHasAnUnknownSdk() {
        assertThat(new Origin(new PoolId("eu-west-1_abc"), "alice", null, null).awsSdkVersion())
                .isEqualTo("aws-sdk-unknown-unknown");
    }

    @Test
    void anAdministratorsRequestHasNoClient() {
        assertThat(new Origin(new PoolId("eu-west-1_abc"), "alice", null, null).clientId())
                .isEqualTo("CLIENT_ID_NOT_APPLICABLE");
        assertThat(new Origin(new PoolId("eu-west-1_abc"), "alice", new ClientId("c1"), null).clientId())
                .isEqualTo("c1");
    }
}
