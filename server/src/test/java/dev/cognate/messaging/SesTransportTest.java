package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.ReceivedSignature;
import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.triggers.FunctionHost;
import dev.cognate.triggers.FunctionHost.Received;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mails by SES, against a server that speaks its wire format. Reference: lifecycle A4, D5. */
final class SesTransportTest {
    private static final String DONE = "{\"MessageId\":\"0100018d\"}";

    private final FunctionHost ses = new FunctionHost();
    private final TestClock clock = new TestClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final SesTransport transport = transport(ses.url(), null);

    private SesTransport transport(URI endpoint, @Nullable String region) {
        return new SesTransport(
                new SesSettings(endpoint, region, "Läden <no-reply@example.com>"),
                AwsCredentials.given(ReceivedSignature.ACCESS_KEY, ReceivedSignature.SECRET, null),
                clock);
    }

    @AfterEach
    void stop() {
        transport.close();
        ses.close();
    }

    @Test
    void anEmailIsOneSignedCallOfSendEmail() throws Exception {
        ses.answers(200, DONE);

        assertThat(transport.send(maker.email("jane"))).isEqualTo(new Delivered());

        Received call = ses.received().getFirst();
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /v2/email/outbound-emails");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/json");
        assertThat(call.body()).isEqualTo("""
                {"FromEmailAddress":"=?UTF-8?Q?L=C3=A4den?= <no-reply@example.com>",\
                "Destination":{"ToAddresses":["jane@example.com"]},\
                "Content":{"Simple":{"Subject":{"Data":"Your verification code","Charset":"UTF-8"},\
                "Body":{"Html":{"Data":"Your confirmation code is 012345","Charset":"UTF-8"}}}}}""");
        ReceivedSignature signature = new ReceivedSignature(call);
        assertThat(signature.scope()).isEqualTo("20260301/us-east-1/ses");
        assertThat(signature.headers()).contains("host", "x-amz-date", "content-type");
        assertThat(signature.isRight()).isTrue();
    }

    @Test
    void aPoolsIdentitySendsInItsOwnRegion() {
        ses.answers(200, DONE);
        String identity = "arn:aws:ses:eu-west-1:123456789012:identity/shop.example.com";

        transport.send(from(new MailSender("hi@shop.example.com", "help@exämple.com", true, identity, "mails")));

        Received call = ses.received().getFirst();
        assertThat(call.body())
                .contains("\"FromEmailAddress\":\"hi@shop.example.com\"")
                .contains("\"FromEmailAddressIdentityArn\":\"" + identity + "\"")
                .contains("\"ReplyToAddresses\":[\"help@xn--exmple-cua.com\"]")
                .contains("\"ConfigurationSetName\":\"mails\"");
        assertThat(new ReceivedSignature(call).scope()).isEqualTo("20260301/eu-west-1/ses");
    }

    @Test
    void theServersRegionTakesThePlaceOfThePools() {
        ses.answers(200, DONE);
        try (SesTransport elsewhere = transport(ses.url(), "eu-central-1")) {
            elsewhere.send(maker.email("jane"));
        }
        assertThat(new ReceivedSignature(ses.received().getFirst()).scope()).isEqualTo("20260301/eu-central-1/ses");
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException, ACCESS",
        "403, UnrecognizedClientException, TRUST",
        "403, SignatureDoesNotMatch, TRUST",
        "403, ExpiredTokenException, TRUST",
        "404, NotFoundException, OTHER",
        "400, MailFromDomainNotVerifiedException, OTHER",
        "400, AccountSuspendedException, OTHER",
        "400, SendingPausedException, OTHER"
    })
    void whatTheOwnerMustMendWaits(int status, String code, Trouble trouble) {
        ses.answers(status, "{\"message\":\"no\"}", Map.of("x-amzn-ErrorType", code + ":http://internal/"));

        assertThat(transport.send(maker.email("jane")))
                .isEqualTo(new Misconfigured(trouble, "AWS " + status + " " + code + ": no"));
    }

    @ParameterizedTest
    @CsvSource({"400, BadRequestException", "400, MessageRejected"})
    void whatIsWrongWithTheMessageIsFinal(int status, String code) {
        ses.answers(status, "{\"__type\":\"com.amazonaws.ses#" + code + "\",\"message\":\"bad 012345\"}");

        assertThat(transport.send(maker.email("jane")))
                .as("without the code")
                .isEqualTo(new Refused("AWS " + status + " " + code + ": bad ***"));
    }

    @Test
    void anIdentityThatIsNotVerifiedIsTheAccountsMatter() {
        ses.answers(
                400, "{\"message\":\"Email address is not verified.\"}", Map.of("x-amzn-ErrorType", "MessageRejected"));

        assertThat(transport.send(maker.email("jane"))).isInstanceOf(Misconfigured.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TooManyRequestsException", "LimitExceededException", "SomethingNewException"})
    void everythingElseMayPass(String code) {
        ses.answers(429, "{\"message\":\"later\"}", Map.of("x-amzn-ErrorType", code));

        assertThat(transport.send(maker.email("jane"))).isEqualTo(new Deferred("AWS 429 " + code + ": later"));
    }

    @Test
    void anAnswerThatIsNoErrorOfAwsMayPass() {
        ses.answers(502, "<html>Bad Gateway</html>");

        assertThat(transport.send(maker.email("jane"))).isInstanceOf(Deferred.class);
    }

    @Test
    void aServerThatIsAwayMayComeBack() {
        ses.close();

        assertThat(transport.send(maker.email("jane")))
                .isInstanceOfSatisfying(
                        Deferred.class, away -> assertThat(away.error()).startsWith("127.0.0.1 cannot be reached: "));
    }

    @Test
    void nothingThatIsMoreThanAnAddressIsSent() {
        assertThat(transport.send(from(new MailSender("a@b.c\r\nBcc: d@e.f", null, false, null, null))))
                .isInstanceOf(Refused.class);
        assertThat(ses.received()).isEmpty();
    }

    private Message from(MailSender sender) {
        return Samples.from(sender, maker.email("jane"));
    }
}
