package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.ConfirmSignUpResponse;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HandlerTest {
    private static final Call CALL =
            new Call("4a1c0e2e-5d0f-4f0a-9a63-1f2d3c4b5a69", "us-east-1", "127.0.0.1", null, null);

    @Test
    void aRequestIsDecodedAndItsAnswerEncoded() {
        var handler = Operations.RESEND_CONFIRMATION_CODE.by((request, call) -> new ResendConfirmationCodeResponse(
                new CodeDeliveryDetailsType(request.username(), DeliveryMediumType.EMAIL, call.region())));

        assertThat(answer(handler, "{\"ClientId\":\"c\",\"Username\":\"jane\"}"))
                .isEqualTo("{\"CodeDeliveryDetails\":{\"AttributeName\":\"us-east-1\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"Destination\":\"jane\"}}");
    }

    @Test
    void anOutputWithoutMembersIsAnEmptyObjectAndNoOutputIsAnEmptyBody() {
        String confirm = "{\"ClientId\":\"c\",\"Username\":\"jane\",\"ConfirmationCode\":\"1\"}";
        assertThat(answer(Operations.CONFIRM_SIGN_UP.by((request, call) -> new ConfirmSignUpResponse(null)), confirm))
                .isEqualTo("{}");
        assertThat(answer(Operations.DELETE_USER.by((request, call) -> new NoOutput()), "{\"AccessToken\":\"a\"}"))
                .isEmpty();
    }

    @Test
    void aRequestWithABrokenConstraintDoesNotReachTheOperation() {
        var handler = Operations.DELETE_USER.by((request, call) -> {
            throw new AssertionError("reached");
        });

        assertThatThrownBy(() -> answer(handler, "{}")).isInstanceOf(InvalidParameterException.class);
    }

    @Test
    void aFaultOfTheOperationPassesThrough() {
        var handler = Operations.DELETE_USER.by((request, call) -> {
            throw new UserNotFoundException("User does not exist.");
        });

        assertThatThrownBy(() -> answer(handler, "{\"AccessToken\":\"a\"}"))
                .isInstanceOf(UserNotFoundException.class)
                .hasMessage("User does not exist.");
    }

    private static String answer(Handler<?, ?> handler, String body) {
        return new String(handler.answer(body.getBytes(StandardCharsets.UTF_8), CALL), StandardCharsets.UTF_8);
    }
}
