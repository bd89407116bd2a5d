package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestServer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that asks functions, and every way in which a function can fail. Reference: lifecycle I3, I4. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionFaultsTest {
    /** An operation and a trigger that it fires. */
    private static final Map<String, String> TRIGGERS = Map.ofEntries(
            Map.entry("SignUp", "PreSignUp"),
            Map.entry("AdminCreateUser", "PreSignUp"),
            Map.entry("ConfirmSignUp", "PostConfirmation"),
            Map.entry("AdminConfirmSignUp", "PostConfirmation"),
            Map.entry("ConfirmForgotPassword", "PostConfirmation"),
            Map.entry("ResendConfirmationCode", "CustomMessage"),
            Map.entry("ForgotPassword", "CustomMessage"),
            Map.entry("AdminResetUserPassword", "CustomMessage"),
            Map.entry("UpdateUserAttributes", "CustomMessage"),
            Map.entry("AdminUpdateUserAttributes", "CustomMessage"),
            Map.entry("GetUserAttributeVerificationCode", "CustomMessage"),
            Map.entry("InitiateAuth", "PreAuthentication"),
            Map.entry("AdminInitiateAuth", "PreAuthentication"),
            Map.entry("RespondToAuthChallenge", "CustomMessage"),
            Map.entry("AdminRespondToAuthChallenge", "CustomMessage"),
            Map.entry("GetTokensFromRefreshToken", "PreTokenGeneration"));

    private final ApiModel model = ApiModel.read();
    private final TestServer server = TestServer.start();

    /** How a function fails, and what clients are told. */
    enum Failure {
        REFUSES("UserLambdaValidationException: %s failed with error not today."),
        MAY_NOT_BE_ASKED("UnexpectedLambdaException: %s invocation failed due to error AccessDeniedException."),
        TALKS_NONSENSE("InvalidLambdaResponseException: Unrecognizable lambda output");

        private final String outcome;

        Failure(String outcome) {
            this.outcome = outcome;
        }

        void happens(TestFunction function) {
            switch (this) {
                case REFUSES -> function.fails("not today");
                case MAY_NOT_BE_ASKED -> function.answers(_ -> new TestFunction.Answer(403, ""));
                case TALKS_NONSENSE -> function.answers(_ -> new TestFunction.Answer(200, "nonsense"));
            }
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Arguments> failures() {
        return TRIGGERS.keySet().stream()
                .sorted()
                .flatMap(operation -> Arrays.stream(Failure.values()).map(failure -> Arguments.of(operation, failure)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFunctionThatFailsIsTold(String operation, Failure failure) {
        String trigger = Objects.requireNonNull(TRIGGERS.get(operation));
        server.function().reset();
        Supplier<Reply> prepared =
                Scene.in(server, "email", TestFunction.as(trigger)).prepare(operation);

        failure.happens(server.function());

        assertThat(prepared.get().outcome()).isEqualTo(failure.outcome.formatted(trigger));
    }

    @Test
    void everyOperationThatCanAskAFunctionIsInTheTable() {
        assertThat(model.operations("UserLambdaValidationException"))
                .containsExactlyInAnyOrderElementsOf(TRIGGERS.keySet());
    }
}
