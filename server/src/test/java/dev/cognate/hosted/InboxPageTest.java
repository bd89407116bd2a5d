package dev.cognate.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
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

/** The inbox as a browser sees it. */
class InboxPageTest {
    private static final String PATH = "/_cognate/inbox";
    private static final Pattern TO = Pattern.compile("<p>To <a href=\"[^\"]*\">([^<]*)</a>");
    private static final Pattern ID = Pattern.compile("<li id=\"m-([^\"]*)\"");

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

    private void signUp(String... usernames) {
        for (String username : usernames) {
            server.clock().advance(Duration.ofSeconds(1));
            pool.signUp(username, username + "@example.com");
        }
    }

    private String page(String query) {
        return server.get(PATH + query).body();
    }

    private List<String> destinations(String query) {
        return found(TO, page(query));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .toList();
    }

    private Reply post(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url() + path)).POST(HttpRequest.BodyPublishers.noBody());
        return server.send(headers.length == 0 ? request : request.headers(headers));
    }

    @Test
    void messagesAreShownNewestFirstWithTheirCodes() {
        signUp("jane", "john");

        Reply page = server.get(PATH);

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(found(TO, page.body())).containsExactly("john@example.com", "jane@example.com");
        assertThat(page.body())
                .contains("<code>" + pool.code("jane") + "</code>")
                .contains(">Your verification code</h2>")
                .contains("<time datetime=\"2026-03-01T12:00:02Z\">1 Mar 2026, 12:00:02 UTC</time>");
    }

    @Test
    void anEmptyInboxSaysSo() {
        assertThat(page("")).contains("No messages yet.").doesNotContain("Delete all");
        assertThat(page("?for=nobody")).contains("No messages for that.");
    }

    @Test
    void messagesAreFoundByUserAddressAndPool() {
        signUp("jane", "john");
        TestPool first = pool;
        pool = server.poolVerifyingEmail();
        signUp("jane");

        assertThat(destinations("?for=john")).containsExactly("john@example.com");
        assertThat(destinations("?for=jane%40example.com")).hasSize(2);
        assertThat(destinations("?for=+jane+&userPoolId=" + first.id())).hasSize(1);
        assertThat(destinations("?for=&userPoolId=")).hasSize(3);
        assertThat(destinations("?userPoolId=" + first.id())).hasSize(2);
    }

    /** The frame may do nothing but open links beside the inbox. */
    @Test
    void aMailStandsInAFrameThatMayDoNothing() {
        pool = server.pool("""
                "AutoVerifiedAttributes":["email"],"VerificationMessageTemplate":{"EmailMessage":\
                "<h1>Hello</h1><script>alert(1)</script><img src=https://example.com/x.png>{####}"}""");
        signUp("jane");
        String page = page("");
        String body = PATH + "/" + found(ID, page).getFirst() + "/body";

        assertThat(page)
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("src=\"" + body + "\"")
                .contains("Pictures from elsewhere are not fetched.")
                .doesNotContain("<script>", "<h1>Hello");
        Reply mail = server.get(body);
        assertThat(mail.body()).contains("<h1>Hello</h1>");
        assertThat(mail.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
                                + " 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'");
        assertThat(server.get(body + "?pictures").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';")
                        .contains("img-src data: https: http:;"));
    }

    @Test
    void theCodeOfALinkIsALinkToo() {
        pool = server.pool("""
                "AutoVerifiedAttributes":["email"],\
                "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}""");
        signUp("jane");

        assertThat(page(""))
                .contains("rel=\"noopener noreferrer\" href=\"" + server.url() + "/confirmUser?client_id="
                        + pool.client() + "&amp;user_name=jane&amp;confirmation_code=" + pool.code("jane") + "\">");
    }

    @Test
    void anSmsIsABubbleOfText() {
        pool = server.pool("""
                "AutoVerifiedAttributes":["phone_number"],"SmsVerificationMessage":"<b>{####}</b>",\
                "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}""");
        pool.signUpWith("jane", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]");

        assertThat(page(""))
                .contains("<p class=\"bubble\">&lt;b&gt;" + pool.code("jane") + "&lt;/b&gt;</p>")
                .doesNotContain("<iframe");
    }

    @Test
    void whatSomebodyElseWroteIsTextAndNotHtml() {
        pool = server.pool("""
                "AutoVerifiedAttributes":["email"],\
                "VerificationMessageTemplate":{"EmailMessage":"{####}","EmailSubject":"<script>alert(1)</script>"}""");
        pool.signUp("<img/src=x>", "jane@example.com");

        String page = page("?for=%22%3E%3Cscript%3E");
        assertThat(page).doesNotContain("\"><script>").contains("value=\"&quot;&gt;&lt;script&gt;\"");
        assertThat(page(""))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;</h2>", "&lt;img/src=x&gt;")
                .doesNotContain("<script>", "<img");
    }

    @Test
    void thePageAllowsNothingButItsOwn() {
        Reply page = server.get(PATH);

        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains(
                        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self';"
                                + " img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.body()).doesNotContain("https://", "style=");
        assertThat(server.get(PATH + "/style.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
        assertThat(server.get(PATH + "/script.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
    }

    @Test
    void oneMessageIsDeletedAndTheFilterStays() {
        signUp("jane", "john");
        String newest = found(ID, page("")).getFirst();

        Reply deleted = post(PATH + "/" + newest + "/delete?for=jane", "Sec-Fetch-Site", "same-origin");

        assertThat(destinations("")).containsExactly("jane@example.com");
        assertThat(deleted.body()).as("where the redirect leads").contains("value=\"jane\"");
        assertThat(post(PATH + "/" + newest + "/delete").status())
                .as("gone already")
                .isEqualTo(200);
        assertThat(server.get(PATH + "/" + newest + "/body").status()).isEqualTo(404);
    }

    @Test
    void allMessagesOrAllOfAFilterAreDeleted() {
        signUp("jane", "john", "judy");

        post(PATH + "/delete?for=john");
        assertThat(destinations("")).containsExactly("judy@example.com", "jane@example.com");

        post(PATH + "/delete");
        assertThat(destinations("")).isEmpty();
    }

    /** Any page can send a form to this server; a browser says where it comes from. */
    @Test
    void aPageOfAnotherSiteDeletesNothing() {
        signUp("jane");

        assertThat(post(PATH + "/delete", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
        assertThat(post(PATH + "/delete", "Sec-Fetch-Site", "same-site").status())
                .isEqualTo(403);
        assertThat(post(PATH + "/delete", "Origin", "https://evil.example").status())
                .isEqualTo(403);
        assertThat(post(PATH + "/delete", "Origin", "null").status()).isEqualTo(403);

        assertThat(destinations("")).hasSize(1);
        assertThat(post(PATH + "/delete", "Origin", server.url()).status()).isEqualTo(200);
        assertThat(destinations("")).isEmpty();
    }

    /** Or a page of another site could make its own name lead here, and read the codes. */
    @Test
    void thePageIsNotReadUnderAForeignName() throws IOException {
        assertThat(statusUnder("evil.example")).contains(" 403 ");
        assertThat(statusUnder("localhost")).contains(" 200 ");
    }

    private String statusUnder(String host) throws IOException {
        URI url = URI.create(server.url());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            String request = "GET " + PATH + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring(0, answer.indexOf('\r'));
        }
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(server.get(PATH + "/nothing").status()).isEqualTo(404);
        assertThat(server.get(PATH + "/body").status()).isEqualTo(404);
        assertThat(post(PATH + "/nothing").status()).isEqualTo(404);
        assertThat(server.get(PATH + "?for=a%00b").status()).isEqualTo(400);
    }

    @Test
    void aHiddenInboxHasNoPage() {
        try (TestServer hiding = TestServer.start(TestRules.hiddenInbox())) {
            assertThat(hiding.get(PATH).status()).isEqualTo(404);
        }
    }
}
