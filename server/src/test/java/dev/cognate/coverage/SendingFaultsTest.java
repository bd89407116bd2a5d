package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation that sends codes, when the day's e-mails are used up or nothing can be sent. Reference: lifecycle A4, A12. */
class SendingFaultsTest {
    private static final int A_DAY = 3;
    private static final Set<String> SENDING = Set.of(
            "SignUp",
            "ResendConfirmationCode",
            "ForgotPassword",
            "GetUserAttributeVerificationCode",
            "AdminResetUserPassword");

    static Stream<String> sending() {
        return SENDING.stream().sorted();
    }

    /** Reference: lifecycle A4, "Exceeded daily email limit for the operation or the account. …" */
    @ParameterizedTest
    @MethodSource("sending")
    void whoSendsWhenTheDaysEmailsAreUsedUpIsTold(String operation) {
        try (TestServer server = TestServer.start(TestRules.dailyEmails(A_DAY))) {
            Scene scene = Scene.in(server, "email", "");
            Supplier<Reply> prepared = scene.prepare(operation);
            int sent = server.inbox(scene.pool().id(), "jane").size();
            for (int i = sent; i < A_DAY; i++) {
                scene.sendsTo("john" + i);
            }

            assertThat(prepared.get().outcome())
                    .isEqualTo(
                            "LimitExceededException: Exceeded daily email limit for the operation or the account. If a"
                                    + " higher limit is required, please configure your user pool to use your own Amazon"
                                    + " SES configuration for sending email.");
        }
    }

    /** Reference: lifecycle A4, "… User pool does not have SMS configuration to send messages." */
    @ParameterizedTest
    @ValueSource(strings = {"ForgotPassword", "GetUserAttributeVerificationCode"})
    void aPoolThatCannotSendSmsAnyMoreSaysSo(String operation) {
        try (TestServer server = TestServer.start()) {
            Scene scene = Scene.in(server, "phone_number", "");
            Supplier<Reply> prepared = scene.prepare(operation);
            scene.pool()
                    .adminCall(
                            "UpdateUserPool",
                            "\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Priority\":1,"
                                    + "\"Name\":\"verified_phone_number\"}]}");

            assertThat(prepared.get().outcome())
                    .isEqualTo("CodeDeliveryFailureException: Invalid phone number provided/Unable to send the message."
                            + " User pool does not have SMS configuration to send messages.");
        }
    }
}
