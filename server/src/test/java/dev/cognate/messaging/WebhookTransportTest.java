package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.triggers.FunctionHost;
import dev.cognate.triggers.FunctionHost.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SMS by a signed webhook. */
final class WebhookTransportTest {
    private static final String SECRET = "a-secret-of-many-letters";

    private final FunctionHost endpoint = new FunctionHost();
    private final MovableClock clock = new MovableClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final WebhookTransport transport =
            new WebhookTransport(new WebhookSettings(endpoint.url().resolve("/sms"), SECRET, "+12065550199"), clock);

    @AfterEach
    void stop() {
        transport.close();
        endpoint.close();
    }

    @Test
    void anSmsIsPostedAsJson() {
        endpoint.answers(202, "");
        Message message = maker.sms("jane");

        assertThat(transport.send(message)).isEqualTo(new Delivered());

        Received call = endpoint.received().getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /sms");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(call.body()).isEqualTo("""
                {"id":"%s","createdAt":"2026-11-21T10:00:00Z","userPoolId":"us-east-1_COGNATE01","username":"jane",\
                "triggerSource":"CustomMessage_ResendCode","originationNumber":"+12065550199",\
                "destination":"+12065550100","body":"Your confirmation code is 012345"}""".formatted(message.id()));
    }

    /** As the example in the documentation verifies it. */
    @Test
    void theSignatureCoversTheTimeAndTheBody() throws Exception {
        endpoint.answers(200, "");
        transport.send(maker.sms("jane"));
        clock.advance(Duration.ofSeconds(5));
        transport.send(maker.sms("jane"));

        Received second = endpoint.received().getLast();
        String timestamp = second.headers().getFirst("Cognate-Timestamp");
        assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((timestamp + "." + second.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(second.headers().getFirst("Cognate-Signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(expected))
                .isNotEqualTo(endpoint.received().getFirst().headers().getFirst("Cognate-Signature"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 410, 413, 415, 422})
    void whatTheEndpointCannotSendIsFinal(int status) {
        endpoint.answers(status, "no such number, code 012345");

        assertThat(transport.send(maker.sms("jane")))
                .isEqualTo(new Refused("The webhook answers " + status + ": no such number, code ***"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void aWrongSecretOrAddressIsTheOperatorsMatter(int status) {
        endpoint.answers(status, "");

        assertThat(transport.send(maker.sms("jane")))
                .isEqualTo(new Misconfigured(Trouble.OTHER, "The webhook answers " + status + ":"));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503})
    void everythingElseMayPass(int status) {
        endpoint.answers(status, "");

        assertThat(transport.send(maker.sms("jane"))).isInstanceOf(Deferred.class);
    }

    /** What is for one endpoint is not told to another. */
    @Test
    void aRedirectIsNotFollowed() {
        endpoint.answers(307, "", Map.of("Location", endpoint.url() + "/elsewhere"));

        assertThat(transport.send(maker.sms("jane"))).isInstanceOf(Misconfigured.class);
        assertThat(endpoint.received()).hasSize(1);
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new WebhookSettings(endpoint.url(), SECRET, null).toString()).doesNotContain(SECRET);
    }
}
