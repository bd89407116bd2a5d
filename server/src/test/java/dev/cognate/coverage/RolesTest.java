package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.messaging.AwsSmsSettings;
import dev.cognate.messaging.AwsSmsTransport;
import dev.cognate.messaging.SesSettings;
import dev.cognate.messaging.SesTransport;
import dev.cognate.messaging.SmsWay;
import dev.cognate.messaging.Ways;
import dev.cognate.triggers.FunctionHost;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that sends messages, while who sends is refused by AWS and this is known. Reference: lifecycle A4, D5.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {
    /** What is not sent, but only configured: roles are not tried there. */
    private static final Set<String> CONFIGURING =
            Set.of("CreateUserPool", "UpdateUserPool", "SetUserPoolMfaConfig", "SetRiskConfiguration");

    private final ApiModel model = ApiModel.read();
    private final FunctionHost aws = new FunctionHost();
    private final TestServer server = TestServer.sending(
            clock -> new Ways(
                    new SesTransport(new SesSettings(aws.url(), null, "no-reply@example.com"), credentials(), clock),
                    null,
                    new SmsWay(
                            new AwsSmsTransport(
                                    new AwsSmsSettings(aws.url(), aws.url(), null, null), credentials(), clock),
                            null,
                            false,
                            false)),
            rules -> rules);

    /** What AWS says to the sender, and what clients are told. */
    enum Refusal {
        SMS_ACCESS(
                "phone_number",
                "AuthorizationError",
                "InvalidSmsRoleAccessPolicyException: Role does not have permission to publish with SNS"),
        SMS_TRUST(
                "phone_number",
                "InvalidClientTokenId",
                "InvalidSmsRoleTrustRelationshipException: Role does not have a trust relationship allowing Cognito to"
                        + " assume the role"),
        EMAIL_ACCESS(
                "email",
                "AccessDeniedException",
                "InvalidEmailRoleAccessPolicyException: Role does not have permission to send email with Amazon SES");

        final String attribute;
        final String code;
        final String outcome;

        Refusal(String attribute, String code, String outcome) {
            this.attribute = attribute;
            this.code = code;
            this.outcome = outcome;
        }

        String fault() {
            return outcome.substring(0, outcome.indexOf(':'));
        }
    }

    private static AwsCredentials credentials() {
        return AwsCredentials.given("AKIDEXAMPLE", "the-secret", null);
    }

    @AfterAll
    void stop() {
        server.close();
        aws.close();
    }

    Stream<Arguments> refusals() {
        return Arrays.stream(Refusal.values())
                .flatMap(refusal -> model.operations(refusal.fault()).stream()
                        .filter(operation -> !CONFIGURING.contains(operation))
                        .map(operation -> Arguments.of(operation, refusal)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aSenderThatIsRefusedIsTold(String operation, Refusal refusal) {
        Scene scene = Scene.in(server, refusal.attribute, "");
        Supplier<Reply> prepared = scene.prepare(operation);
        aws.answers(403, """
            <ErrorResponse><Error><Code>%s</Code><Message>no</Message></Error></ErrorResponse>\
            """.formatted(refusal.code), Map.of("x-amzn-ErrorType", refusal.code));
        scene.sendsTo("john");
        server.cognate().courier().deliverDue();

        assertThat(prepared.get().outcome()).isEqualTo(refusal.outcome);
    }
}
