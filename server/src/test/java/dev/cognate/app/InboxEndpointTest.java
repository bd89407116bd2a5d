package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The inbox over HTTP. */
class InboxEndpointTest {
    private static final String PATH = "/_cognate/messages";
    private static final Pattern DESTINATION = Pattern.compile("\"destination\":\"([^\"]*)\"");

    private TestServer server;
    private TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pool = server.poolVerifyingEmail();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Signs users up a second apart and delivers what they are sent. */
    private void signUp(String... usernames) {
        for (String username : usernames) {
            server.clock().advance(Duration.ofSeconds(1));
            pool.signUp(username, username + "@example.com");
        }
        server.cognate().courier().deliverDue();
    }

    private Reply delete(String path) {
        return server.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).DELETE());
    }

    private List<String> destinations(String query) {
        return DESTINATION
                .matcher(server.get(PATH + query).body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void aMessageIsShownWithItsCode() {
        signUp("jane");
        String code = pool.code("jane");

        Reply list = server.get(PATH);
        String id = list.member("id");

        String message = """
                {"id":"%s","sentAt":"2026-03-01T12:00:01Z","userPoolId":"%s","clientId":"%s","username":"jane",\
                "triggerSource":"CustomMessage_SignUp","medium":"EMAIL","destination":"jane@example.com",\
                "subject":"Your verification code","body":"Your confirmation code is %s","code":"%s"}""".formatted(id, pool.id(), pool.client(), code, code);
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(list.body()).isEqualTo("[" + message + "]");
        assertThat(server.get(PATH + "/" + id).body()).isEqualTo(message);
    }

    @Test
    void messagesAreListedNewestFirst() {
        signUp("jane", "john", "judy");

        assertThat(destinations("")).containsExactly("judy@example.com", "john@example.com", "jane@example.com");
    }

    @Test
    void messagesAreFoundByPoolUsernameAndDestination() {
        signUp("jane", "john");
        TestPool first = pool;
        pool = server.poolVerifyingEmail();
        signUp("jane");

        assertThat(destinations("?userPoolId=" + first.id())).containsExactly("john@example.com", "jane@example.com");
        assertThat(destinations("?username=jane")).hasSize(2);
        assertThat(destinations("?username=jane&userPoolId=" + first.id())).hasSize(1);
        assertThat(destinations("?destination=john%40example.com")).containsExactly("john@example.com");
        assertThat(destinations("?destination=john%40example.com&username=jane"))
                .isEmpty();
        assertThat(destinations("?username=nobody")).isEmpty();
    }

    @Test
    void oneMessageIsDeletedAndTheOthersStay() {
        signUp("jane", "john");
        String newest = server.get(PATH).member("id");

        assertThat(delete(PATH + "/" + newest).status()).isEqualTo(204);

        assertThat(destinations("")).containsExactly("jane@example.com");
        assertThat(server.get(PATH + "/" + newest).status()).isEqualTo(404);
        assertThat(delete(PATH + "/" + newest).status()).isEqualTo(404);
    }

    @Test
    void allMessagesAreDeletedAtOnce() {
        signUp("jane", "john");

        assertThat(delete(PATH).status()).isEqualTo(204);

        assertThat(destinations("")).isEmpty();
        assertThat(delete(PATH).status()).as("also when there is none").isEqualTo(204);
    }

    @Test
    void anEmptyInboxIsAnEmptyList() {
        assertThat(server.get(PATH).body()).isEqualTo("[]");
    }

    /** No text of a database holds U+0000. */
    @ParameterizedTest
    @ValueSource(strings = {"userPoolId", "username", "destination"})
    void aQueryForACharacterThatNoDatabaseCanHoldIsTheClientsMistake(String parameter) {
        Reply reply = server.get(PATH + "?" + parameter + "=a%00b");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("The query cannot be read: A parameter holds the character U+0000\n");
    }

    /** What was sent to users is nobody's business where real users are. */
    @Test
    void aHiddenInboxIsNotThere() {
        try (TestServer hiding = TestServer.start(TestRules.hiddenInbox())) {
            assertThat(hiding.get(PATH).status()).isEqualTo(404);
        }
    }

    /** Or a page of another site could make its own name lead here, and read the codes. */
    @Test
    void theInboxIsNotReadUnderAForeignName() throws IOException {
        assertThat(statusUnder("evil.example")).contains(" 403 ");
        assertThat(statusUnder("localhost")).contains(" 200 ");
        assertThat(statusUnder("[::1]:2646")).contains(" 200 ");
    }

    private String statusUnder(String host) throws IOException {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }
}
