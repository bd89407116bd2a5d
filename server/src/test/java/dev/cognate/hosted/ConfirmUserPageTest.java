package dev.cognate.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page behind a confirmation link, as a browser sees it. Reference: lifecycle D4. */
class ConfirmUserPageTest {
    private static final String BY_LINK = """
            "AutoVerifiedAttributes":["email"],\
            "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}""";
    private static final String CONFIRMED = "<h1>Your registration is confirmed</h1>";
    private static final String UNUSABLE = "<p>An error was encountered with the requested page.</p>";
    private static final String REPLACED = "<p>Invalid code provided, please request a code again.</p>";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    private static String page(TestPool pool, String username, String code) {
        return "/confirmUser?client_id=" + pool.client() + "&user_name="
                + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&confirmation_code=" + code;
    }

    private static Reply open(TestPool pool, String username, String code) {
        return pool.server().get(page(pool, username, code));
    }

    private static String status(TestPool pool, String username) {
        return pool.adminGetUser(username).member("UserStatus");
    }

    /** The path of the link in the newest message. */
    private static String link(TestPool pool, String username) {
        TestServer at = pool.server();
        String link = String.valueOf(
                at.inbox(pool.id(), username).getFirst().message().link());
        assertThat(link).startsWith(at.url() + "/confirmUser?");
        return link.substring(at.url().length());
    }

    /** Clauses B2.6, D4.t2. */
    @Test
    void openingTheLinkConfirmsTheUserAndVerifiesTheAddress() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");

        Reply reply = server.get(link(pool, "jane"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains(CONFIRMED);
        assertThat(pool.adminGetUser("jane").body())
                .contains("\"UserStatus\":\"CONFIRMED\"", "{\"Name\":\"email_verified\",\"Value\":\"true\"}");
    }

    /** Clause D4.t1. The guide prints a slash before the question mark. */
    @Test
    void bothFormsOfTheAddressWork() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");

        assertThat(server.get(link(pool, "jane").replace("/confirmUser?", "/confirmUser/?"))
                        .body())
                .contains(CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jane+doe", "a&b=c", "100%", "zoë", "a/b?c#d", "🙂"})
    void anyUsernameSurvivesItsWayThroughTheLink(String username) {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp(username, "jane@example.com");

        assertThat(server.get(link(pool, username)).body()).contains(CONFIRMED);
        assertThat(status(pool, username)).isEqualTo("CONFIRMED");
    }

    /** Clause D4.t1. */
    @Test
    void whereAnAddressIsTheSignInNameTheLinkNamesTheSub() {
        TestPool pool = server.pool(BY_LINK + ",\"UsernameAttributes\":[\"email\"]");
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");

        assertThat(link(pool, sub)).contains("user_name=" + sub);
        assertThat(server.get(link(pool, sub)).body()).contains(CONFIRMED);
    }

    /** The link carries no hash: a browser has no secret. */
    @Test
    void aClientWithASecretSendsLinksThatWork() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");
        TestPool secret = pool.through(pool.newClient("\"GenerateSecret\":true").member("ClientId"));

        assertThat(open(secret, "jane", pool.code("jane")).body()).contains(CONFIRMED);
    }

    /** Clause D4.t6. */
    @Test
    void theCodeOfALinkIsAnOrdinaryCode() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.confirm("jane", pool.code("jane")).outcome()).isEqualTo("{}");
    }

    /** Clauses D4.t2, I4.2. */
    @Test
    void theFunctionIsToldAsOfAnyConfirmation() {
        TestPool pool = server.pool(BY_LINK + "," + TestFunction.as("PostConfirmation"));
        pool.signUp("jane", "jane@example.com");

        server.get(link(pool, "jane"));

        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains(
                        "\"triggerSource\":\"PostConfirmation_ConfirmSignUp\"",
                        "\"clientId\":\"" + pool.client() + "\"");
    }

    /** Clause D4.t3. */
    @Test
    void theSecondClickSaysThatAllIsDone() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");
        server.get(link(pool, "jane"));

        Reply again = server.get(link(pool, "jane"));

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.body()).contains("<p>User cannot be confirmed. Current status is CONFIRMED</p>");
    }

    /** Clause D4.t4. */
    @Test
    void aLinkThatWasReplacedOrIsTooOldAsksForAnother() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");
        String first = link(pool, "jane");
        pool.resend("jane");
        String second = link(pool, "jane");

        assertThat(server.get(first).body()).as("replaced").contains(REPLACED);
        server.clock().advance(Duration.ofHours(24));
        assertThat(server.get(second).body()).as("too old").contains(REPLACED);
        assertThat(status(pool, "jane")).isEqualTo("UNCONFIRMED");
    }

    /** Clause D4.t7. */
    @Test
    void anUnknownUserIsNamedUnlessTheClientConceals() {
        TestPool pool = server.pool(BY_LINK);

        assertThat(open(pool, "nobody", "123456").body()).contains("<p>Username/client id combination not found.</p>");
        TestPool concealing = pool.concealing();
        assertThat(open(concealing, "nobody", "123456").body()).contains(REPLACED);
        pool.signUp("jane", "jane@example.com");
        assertThat(open(concealing, "jane", "000000x").body())
                .as("the same page as for a wrong code")
                .isEqualTo(open(concealing, "nobody", "123456").body());
    }

    /** Clause D4.t5. */
    @Test
    void anUnknownClientIsAnUnusablePage() {
        Reply reply = open(new TestPool(server, "none", "unknown"), "jane", "123456");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(UNUSABLE).doesNotContain("unknown");
    }

    /** Clause D4.t5. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/confirmUser",
                "/confirmUser/",
                "/confirmUser?",
                "/confirmUser?client_id=c&user_name=jane",
                "/confirmUser?client_id=c&confirmation_code=1",
                "/confirmUser?user_name=jane&confirmation_code=1",
                "/confirmUser?CLIENT_ID=c&user_name=jane&confirmation_code=1",
                "/confirmUser?client_id=&user_name=&confirmation_code=",
                "/confirmUser?client_id=c&user_name=a%00b&confirmation_code=1"
            })
    void aLinkThatIsNotWholeIsAnUnusablePage(String path) {
        Reply reply = server.get(path);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(UNUSABLE);
    }

    @Test
    void triesByLinkAreLimitedToo() {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");
        for (int attempt = 1; attempt <= 15; attempt++) {
            assertThat(open(pool, "jane", "wrong").body()).contains(REPLACED);
        }

        assertThat(open(pool, "jane", pool.code("jane")).body())
                .contains("<p>Attempt limit exceeded, please try after some time.</p>");
    }

    /** Clause A2.s12. The user is confirmed before the function is asked; what it says is for the developer. */
    @Test
    void aFunctionThatFailsAfterwardsDoesNotSayThatNothingWasConfirmed() {
        TestPool pool = server.pool(BY_LINK + "," + TestFunction.as("PostConfirmation"));
        pool.signUp("jane", "jane@example.com");
        server.function().fails("<script>alert('1')</script>");

        Reply reply = server.get(link(pool, "jane"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).contains("Your registration is confirmed").doesNotContain("<script", "alert(");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
    }

    @Test
    void thePageIsNotKeptFramedOrToldToOthers() {
        Reply reply = server.get("/confirmUser");

        assertThat(reply.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(reply.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(reply.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(reply.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(reply.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherMethodsDoNotConfirm(String method) {
        TestPool pool = server.pool(BY_LINK);
        pool.signUp("jane", "jane@example.com");

        Reply reply = server.send(HttpRequest.newBuilder(URI.create(server.url() + link(pool, "jane")))
                .method(method, BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(status(pool, "jane")).isEqualTo("UNCONFIRMED");
    }

    @Test
    void addressesThatOnlyBeginAlikeAreOtherPages() {
        assertThat(server.get("/confirmUsers?client_id=c&user_name=u&confirmation_code=1")
                        .status())
                .isEqualTo(404);
    }

    /** Mail scanners open links; a press of a button is a person's. */
    @Test
    void aServerMayAskForAPressOfAButtonFirst() {
        try (TestServer careful = TestServer.start(TestRules.confirmByButton())) {
            TestPool pool = careful.pool(BY_LINK);
            pool.signUp("jane", "jane@example.com");
            String link = link(pool, "jane");

            Reply asked = careful.get(link);
            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.body()).contains("<form method=\"post\"><button type=\"submit\"");
            assertThat(status(pool, "jane")).isEqualTo("UNCONFIRMED");

            Reply pressed = careful.send(
                    HttpRequest.newBuilder(URI.create(careful.url() + link)).POST(BodyPublishers.noBody()));
            assertThat(pressed.body()).contains(CONFIRMED);
            assertThat(status(pool, "jane")).isEqualTo("CONFIRMED");
        }
    }
}
