package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.ReceivedSignature;
import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.messaging.SmsSender.EndUserMessaging;
import dev.cognate.triggers.FunctionHost;
import dev.cognate.triggers.FunctionHost.Received;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SMS by SNS and by End User Messaging, against servers that speak their wire formats. Reference: lifecycle A4, D5. */
final class AwsSmsTransportTest {
    private static final String PUBLISHED = """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
            <MessageId>1</MessageId></PublishResult></PublishResponse>""";

    private final FunctionHost sns = new FunctionHost();
    private final FunctionHost endUserMessaging = new FunctionHost();
    private final TestClock clock = new TestClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final AwsSmsTransport transport = transport(null);

    private AwsSmsTransport transport(@Nullable String origination) {
        return new AwsSmsTransport(
                new AwsSmsSettings(sns.url(), endUserMessaging.url(), null, origination),
                AwsCredentials.given(ReceivedSignature.ACCESS_KEY, ReceivedSignature.SECRET, "the-token"),
                clock);
    }

    @AfterEach
    void stop() {
        transport.close();
        sns.close();
        endUserMessaging.close();
    }

    @Test
    void anSmsIsOneSignedCallOfPublish() throws Exception {
        sns.answers(200, PUBLISHED);

        assertThat(transport.send(maker.sms("jane"))).isEqualTo(new Delivered());

        Received call = sns.received().getFirst();
        assertThat(form(call.body()))
                .isEqualTo(new TreeMap<>(Map.of(
                        "Action", "Publish",
                        "Version", "2010-03-31",
                        "PhoneNumber", "+12065550100",
                        "Message", "Your confirmation code is 012345",
                        "MessageAttributes.entry.1.Name", "AWS.SNS.SMS.SMSType",
                        "MessageAttributes.entry.1.Value.DataType", "String",
                        "MessageAttributes.entry.1.Value.StringValue", "Transactional")));
        ReceivedSignature signature = new ReceivedSignature(call);
        assertThat(signature.scope()).isEqualTo("20260301/us-east-1/sns");
        assertThat(signature.headers()).contains("x-amz-security-token");
        assertThat(signature.isRight()).isTrue();
        assertThat(endUserMessaging.received()).isEmpty();
    }

    @Test
    void theServersNumberAndThePoolsRegionAreUsed() {
        sns.answers(200, PUBLISHED);
        try (AwsSmsTransport with = transport("+12065550199")) {
            with.send(by(new SmsSender("ap-northeast-1", null)));
        }
        Received call = sns.received().getFirst();
        assertThat(form(call.body()))
                .containsEntry("MessageAttributes.entry.2.Name", "AWS.MM.SMS.OriginationNumber")
                .containsEntry("MessageAttributes.entry.2.Value.StringValue", "+12065550199");
        assertThat(new ReceivedSignature(call).scope()).isEqualTo("20260301/ap-northeast-1/sns");
    }

    @Test
    void aPoolThatAsksForEndUserMessagingGetsIt() throws Exception {
        endUserMessaging.answers(200, "{\"MessageId\":\"1\"}");
        SmsSender sender =
                new SmsSender("eu-west-1", new EndUserMessaging("pool-1", "texts", "IN-entity", "IN-template"));

        assertThat(transport.send(by(sender))).isEqualTo(new Delivered());

        Received call = endUserMessaging.received().getFirst();
        assertThat(call.headers().getFirst("X-Amz-Target")).isEqualTo("PinpointSMSVoiceV2.SendTextMessage");
        assertThat(call.headers().getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.0");
        assertThat(call.body()).isEqualTo("""
                {"DestinationPhoneNumber":"+12065550100","OriginationIdentity":"pool-1",\
                "MessageBody":"Your confirmation code is 012345","MessageType":"TRANSACTIONAL",\
                "ConfigurationSetName":"texts",\
                "DestinationCountryParameters":{"IN_ENTITY_ID":"IN-entity","IN_TEMPLATE_ID":"IN-template"}}""");
        ReceivedSignature signature = new ReceivedSignature(call);
        assertThat(signature.scope()).isEqualTo("20260301/eu-west-1/sms-voice");
        assertThat(signature.isRight()).isTrue();
        assertThat(sns.received()).isEmpty();
    }

    @Test
    void endUserMessagingIsToldNoMoreThanThePoolSays() {
        endUserMessaging.answers(200, "{}");

        transport.send(by(new SmsSender(null, new EndUserMessaging(null, null, null, null))));

        assertThat(endUserMessaging.received().getFirst().body()).isEqualTo("""
                {"DestinationPhoneNumber":"+12065550100","MessageBody":"Your confirmation code is 012345",\
                "MessageType":"TRANSACTIONAL"}""");
    }

    @ParameterizedTest
    @CsvSource({"AuthorizationError, ACCESS", "InvalidClientTokenId, TRUST", "SignatureDoesNotMatch, TRUST"})
    void whatTheOwnerMustMendWaits(String code, Trouble trouble) {
        sns.answers(403, error(code));

        assertThat(transport.send(maker.sms("jane")))
                .isEqualTo(new Misconfigured(trouble, "AWS 403 " + code + ": no ***"));
    }

    @Test
    void aNumberThatSnsRefusesIsFinal() {
        sns.answers(400, error("InvalidParameter"));

        assertThat(transport.send(maker.sms("jane"))).isEqualTo(new Refused("AWS 400 InvalidParameter: no ***"));
    }

    @ParameterizedTest
    @CsvSource({"400, Throttling", "500, InternalError", "503, ServiceUnavailable"})
    void everythingElseMayPass(int status, String code) {
        sns.answers(status, error(code));

        assertThat(transport.send(maker.sms("jane")))
                .isEqualTo(new Deferred("AWS " + status + " " + code + ": no ***"));
    }

    @ParameterizedTest
    @CsvSource({"AccessDeniedException, ACCESS", "ResourceNotFoundException, OTHER"})
    void endUserMessagingsErrorsAreReadToo(String code, Trouble trouble) {
        endUserMessaging.answers(400, "{\"__type\":\"" + code + "\",\"Message\":\"no\"}");

        assertThat(transport.send(by(new SmsSender(null, new EndUserMessaging(null, null, null, null)))))
                .isEqualTo(new Misconfigured(trouble, "AWS 400 " + code + ": no"));
    }

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                + "</Code><Message>no 012345</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            form.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private Message by(SmsSender sender) {
        return Samples.from(sender, maker.sms("jane"));
    }
}
