package dev.cognate.messaging;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.messaging.SmsSender.EndUserMessaging;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends SMS by AWS: by End User Messaging for pools whose {@code SmsConfiguration} has {@code EumsSms}, by SNS for all
 * others. Neither can be told that a call is a repetition, so a message may be sent twice.
 */
public final class AwsSmsTransport implements Transport {
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    private static final Map<String, String> SEND_TEXT_MESSAGE = Map.of(
            "Content-Type", "application/x-amz-json-1.0",
            "X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage");

    private final AwsSmsSettings settings;
    private final AwsCalls sns;
    private final AwsCalls endUserMessaging;

    /** A transport; nothing is connected or loaded before the first message. */
    public AwsSmsTransport(AwsSmsSettings settings, AwsCredentials credentials, InstantSource clock) {
        this.settings = settings;
        this.sns = new AwsCalls(AwsApi.SNS, settings.sns(), credentials, clock);
        this.endUserMessaging = new AwsCalls(AwsApi.SMS_VOICE, settings.endUserMessaging(), credentials, clock);
    }

    @Override
    public Delivery send(Message message) {
        SmsSender sender = message.smsSender();
        EndUserMessaging own = sender.endUserMessaging();
        String region = region(message, sender);
        return own == null
                ? sns.make(new AwsCalls.Call(region, "/", FORM, publish(message)), message)
                : endUserMessaging.make(
                        new AwsCalls.Call(region, "/", SEND_TEXT_MESSAGE, JsonOutput.text(text(message, own))),
                        message);
    }

    private String region(Message message, SmsSender sender) {
        if (sender.region() != null) {
            return sender.region();
        }
        return settings.region() == null ? message.pool().region() : settings.region();
    }

    private String publish(Message message) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", "Publish");
        form.put("Version", "2010-03-31");
        form.put("PhoneNumber", message.destination());
        form.put("Message", message.body());
        attribute(form, 1, "AWS.SNS.SMS.SMSType", "Transactional");
        if (settings.origination() != null) {
            attribute(form, 2, "AWS.MM.SMS.OriginationNumber", settings.origination());
        }
        return form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void attribute(Map<String, String> form, int number, String name, String value) {
        String entry = "MessageAttributes.entry." + number + ".";
        form.put(entry + "Name", name);
        form.put(entry + "Value.DataType", "String");
        form.put(entry + "Value.StringValue", value);
    }

    private Shape text(Message message, EndUserMessaging own) {
        Map<String, String> india = new LinkedHashMap<>();
        if (own.entity() != null) {
            india.put("IN_ENTITY_ID", own.entity());
        }
        if (own.template() != null) {
            india.put("IN_TEMPLATE_ID", own.template());
        }
        return out -> {
            out.beginObject();
            out.member("DestinationPhoneNumber", message.destination());
            out.member("OriginationIdentity", own.origination() == null ? settings.origination() : own.origination());
            out.member("MessageBody", message.body());
            out.member("MessageType", "TRANSACTIONAL");
            out.member("ConfigurationSetName", own.configurationSet());
            out.member("DestinationCountryParameters", india.isEmpty() ? null : india);
            out.endObject();
        };
    }

    @Override
    public void close() {
        sns.close();
        endUserMessaging.close();
    }
}
