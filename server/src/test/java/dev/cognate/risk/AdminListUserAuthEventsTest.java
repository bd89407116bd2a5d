package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.crypto.SecretHash;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happened to a user. Reference: auth 23. */
final class AdminListUserAuthEventsTest extends RiskRoom {

    @Test
    void aSignUpIsAnEvent() {
        pool.signUpWith("jane", "[]");

        String body = events("jane", "").body();

        assertThat(body)
                .startsWith("{\"AuthEvents\":[{\"ChallengeResponses\":[],\"CreationDate\":"
                        + server.clock().instant().getEpochSecond())
                .contains(
                        "\"EventContextData\":{\"DeviceName\":\"Java-http-client/",
                        "\"IpAddress\":\"127.0.0.1\"}",
                        "\"EventResponse\":\"Pass\"",
                        "\"EventRisk\":{\"CompromisedCredentialsDetected\":false,\"RiskDecision\":\"NoRisk\"}",
                        "\"EventType\":\"SignUp\"")
                .doesNotContain("EventFeedback", "NextToken");
    }

    /** "Newest first"; "NextToken … <EventId>#<ISO time>"; "MaxResults 0–60 (0/absent 60)". */
    @Test
    void eventsComePageByPageNewestFirst() {
        pool = server.pool(PROTECTED + ",\"AutoVerifiedAttributes\":[\"email\"]");
        pool.signUp("jane", "jane@example.com");
        pool.resend("jane");
        server.clock().advance(Duration.ofSeconds(1));
        pool.confirm("jane", pool.code("jane"));
        pool.forgot("jane");

        Reply first = events("jane", ",\"MaxResults\":1");
        String token = first.member("NextToken");
        assertThat(first.member("EventType")).isEqualTo("ForgotPassword");
        assertThat(token)
                .isEqualTo(first.member("EventId") + "#" + server.clock().instant());
        Reply rest = events("jane", ",\"MaxResults\":0,\"NextToken\":\"" + token + "\"");
        assertThat(rest.body())
                .containsSubsequence("ResendCode", "SignUp")
                .doesNotContain("ForgotPassword", "NextToken");
    }

    /** "UserContextData.IpAddress is honoured only with Plus + client secret + EnablePropagateAdditionalUserContextData." */
    @Test
    void anAddressThatTheClientTellsCountsWhereItIsBelieved() {
        String context = "\"UserContextData\":{\"IpAddress\":\"198.51.100.7\"}";
        String members = "\"Password\":\"" + TestPool.PASSWORD + "\"," + context;
        pool.call("SignUp", "\"Username\":\"jane\"," + members);
        assertThat(events("jane", "").body()).contains("\"IpAddress\":\"127.0.0.1\"");

        Reply client = pool.newClient("\"GenerateSecret\":true,\"EnablePropagateAdditionalUserContextData\":true");
        String id = client.member("ClientId");
        String hash = SecretHash.of(client.member("ClientSecret"), "john", id);
        pool.through(id).call("SignUp", "\"Username\":\"john\",\"SecretHash\":\"" + hash + "\"," + members);
        assertThat(events("john", "").body()).contains("\"IpAddress\":\"198.51.100.7\"");
    }

    /** "Kept two years." */
    @Test
    void eventsAreKeptForTwoYears() {
        pool.signUpWith("jane", "[]");
        server.clock().advance(Duration.ofDays(729));
        server.rooms().events().sweep(server.store());
        assertThat(events("jane", "").body()).contains("SignUp");

        server.clock().advance(Duration.ofDays(2));
        server.rooms().events().sweep(server.store());
        assertThat(events("jane", "").body()).isEqualTo("{\"AuthEvents\":[]}");
    }

    @Test
    void whatIsNotGoodIsRefused() {
        pool.signUpWith("jane", "[]");
        assertThat(events("nobody", "").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        for (String token : List.of("x", "x#y", "a#b#c", "x#+1000000000-12-31T23:59:59Z")) {
            assertThat(events("jane", ",\"NextToken\":\"" + token + "\"").outcome())
                    .isEqualTo("InvalidParameterException: Invalid pagination token");
        }
        pool = server.pool("");
        pool.signUpWith("jane", "[]");
        assertThat(events("jane", "").outcome()).isEqualTo(notEnabled());
        pool = new TestPool(server, "us-east-1_NONE", "none");
        assertThat(events("jane", "").fault()).isEqualTo("ResourceNotFoundException");
    }
}
