package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is beside the API: pages, browsers' questions, and ports. Reference: oauth-config A6. */
class PagesTest {
    @TempDir
    private Path folder;

    private Store store;
    private TestFront.Plan plan;

    @BeforeEach
    void openStore() {
        store = TestStores.sqlite(folder);
        plan = new TestFront.Plan(store);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aPreflightAllowsWhatTheBrowserAsksFor() throws Exception {
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.send(HttpRequest.newBuilder(front.uri("/"))
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("Access-Control-Request-Headers", "cache-control,content-type,x-amz-target"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(TestFront.header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(TestFront.header(answer, "Access-Control-Allow-Methods")).isEqualTo("POST");
            assertThat(TestFront.header(answer, "Access-Control-Max-Age")).isEqualTo("172800");
            assertThat(TestFront.header(answer, "Access-Control-Allow-Headers"))
                    .isEqualTo("cache-control,content-type,x-amz-target");
            assertThat(TestFront.header(answer, "x-amzn-RequestId")).hasSize(36);
        }
    }

    @Test
    void aPersonWithABrowserIsToldWhatThisIs() throws Exception {
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.get("/");

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).startsWith("This is Cognate.");
        }
    }

    @Test
    void aMountTakesItsPathAndAPrefixTakesWhatIsBelow() throws Exception {
        plan.mount(
                Mount.exactly(
                        "GET",
                        "/confirmUser",
                        request -> Response.text(
                                200,
                                "exact " + request.parameter("code") + " "
                                        + request.query().get("empty"))),
                Mount.under("GET", "/pages", request -> Response.text(200, "below " + request.path())),
                Mount.under("GET", "/pages/inner", request -> Response.html(200, "inner")));
        try (TestFront front = plan.start()) {
            assertThat(front.get("/confirmUser?code=a%20b+c&empty").body()).isEqualTo("exact a b c []");
            assertThat(front.get("/confirmUser/x").statusCode()).isEqualTo(404);
            assertThat(front.get("/pages").body()).isEqualTo("below /pages");
            assertThat(front.get("/pages/a/b").body()).isEqualTo("below /pages/a/b");
            assertThat(front.get("/pages/inner/c").body()).isEqualTo("inner");
            assertThat(front.get("/pagesx").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void otherSitesMayNotReadTheServersOwnPages() throws Exception {
        plan.mount(Mount.exactly("PUT", "/_cognate/clock", request -> Response.empty(204)));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.send(
                    HttpRequest.newBuilder(front.uri("/_cognate/clock")).method("OPTIONS", BodyPublishers.noBody()));

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(TestFront.header(answer, "Access-Control-Allow-Origin")).isNull();
        }
    }

    @Test
    void aBrokenPageIsAnIncident() throws Exception {
        plan.mount(Mount.exactly("GET", "/broken", request -> {
            throw new IllegalStateException("a secret");
        }));
        try (TestFront front = plan.start()) {
            HttpResponse<String> answer = front.get("/broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).startsWith("Internal error. Incident ").doesNotContain("secret");
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Listen listen = new Listen("127.0.0.1", taken.getLocalPort());
            FrontSettings settings = new FrontSettings(listen, null, "us-east-1", FrontLimits.DEFAULT, false, false);
            try (Metrics metrics = new Metrics()) {
                Front front = new Front(
                        settings,
                        new Front.Offer(List.of(), List.of()),
                        new Front.Collaborators(
                                Signatures.any(),
                                metrics,
                                store,
                                InstantSource.fixed(TestFront.NOW),
                                new SecureRandom()));

                assertThatThrownBy(front::start)
                        .isInstanceOf(UncheckedIOException.class)
                        .hasMessage("Cannot listen on 127.0.0.1:" + taken.getLocalPort() + ": Address already in use");
            }
        }
    }
}
