package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** What an administrator says of an event. Reference: auth 23. */
final class AdminUpdateAuthEventFeedbackTest extends RiskRoom {
    private Reply judge(String username, String event, String value) {
        return pool.adminCall("AdminUpdateAuthEventFeedback", """
                "Username":"%s","EventId":"%s","FeedbackValue":"%s\"""".formatted(username, event, value));
    }

    @Test
    void theLastWordIsShownWithTheEvent() {
        pool.signUpWith("jane", "[]");
        String id = events("jane", "").member("EventId");

        assertThat(judge("jane", id, "Invalid").outcome()).isEqualTo("{}");
        judge("jane", id, "Valid");

        assertThat(events("jane", "").body())
                .contains("\"EventFeedback\":{\"FeedbackDate\":"
                        + server.clock().instant().getEpochSecond()
                        + ",\"FeedbackValue\":\"Valid\",\"Provider\":\"Admin\"}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        pool.signUpWith("jane", "[]");
        pool.signUpWith("john", "[]");
        String id = events("jane", "").member("EventId");
        String missing = "ResourceNotFoundException: The user has no such event.";

        assertThat(judge("jane", "none", "Valid").outcome()).isEqualTo(missing);
        assertThat(judge("john", id, "Valid").outcome()).isEqualTo(missing);
        assertThat(judge("nobody", id, "Valid").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(judge("jane", id, "Maybe").fault()).isEqualTo("InvalidParameterException");
        pool = server.pool("");
        pool.signUpWith("jane", "[]");
        assertThat(judge("jane", id, "Valid").outcome()).isEqualTo(notEnabled());
    }
}
