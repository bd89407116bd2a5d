package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.domain.PoolId;
import org.junit.jupiter.api.Test;

/** What users say of an event, by the token of a message. Reference: auth 23. */
final class UpdateAuthEventFeedbackTest extends RiskRoom {
    private static final String REFUSAL = "NotAuthorizedException: Invalid feedback token";

    private Reply judge(String username, String event, String token) {
        return pool.adminCall("UpdateAuthEventFeedback", """
                "Username":"%s","EventId":"%s","FeedbackToken":"%s","FeedbackValue":"Invalid\"""".formatted(username, event, token));
    }

    private String token(String username, String event) {
        return server.rooms()
                .events()
                .feedbackToken(new PoolId(pool.id()), pool.user(username).sub(), event);
    }

    @Test
    void theTokenOfTheEventProvesTheUser() {
        pool.signUpWith("jane", "[]");
        String id = events("jane", "").member("EventId");

        assertThat(judge("jane", id, token("jane", id)).outcome()).isEqualTo("{}");

        assertThat(events("jane", "").body()).contains("\"FeedbackValue\":\"Invalid\",\"Provider\":\"User\"");
    }

    /** "Bad token → NotAuthorizedException"; nobody learns from it who exists. */
    @Test
    void anyOtherTokenProvesNothing() {
        pool.signUpWith("jane", "[]");
        pool.signUpWith("john", "[]");
        String id = events("jane", "").member("EventId");

        assertThat(judge("jane", id, "guessed").outcome()).isEqualTo(REFUSAL);
        assertThat(judge("jane", id, token("john", id)).outcome()).isEqualTo(REFUSAL);
        assertThat(judge("jane", id, token("jane", "other")).outcome()).isEqualTo(REFUSAL);
        assertThat(judge("nobody", id, token("jane", id)).outcome()).isEqualTo(REFUSAL);
        assertThat(judge("jane", "gone", token("jane", "gone")).outcome())
                .isEqualTo("ResourceNotFoundException: The user has no such event.");
        assertThat(events("jane", "").body()).doesNotContain("EventFeedback");
    }

    @Test
    void thePoolNeedsThreatProtection() {
        pool = server.pool("");
        pool.signUpWith("jane", "[]");
        assertThat(judge("jane", "any", token("jane", "any")).outcome()).isEqualTo(notEnabled());
        assertThat(server.call(
                                "UpdateAuthEventFeedback",
                                "{\"UserPoolId\":\"us-east-1_NONE\",\"Username\":\"jane\","
                                        + "\"EventId\":\"x\",\"FeedbackToken\":\"x\",\"FeedbackValue\":\"Valid\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
