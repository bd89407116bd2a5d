package dev.cognate.messaging;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import jakarta.mail.internet.AddressException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends emails by SES, API v2: HTML, from the pool's own identity where it has one, in that identity's region.
 *
 * <p>SES cannot be told that a call is a repetition, so a message may be sent twice.
 */
public final class SesTransport implements Transport {
    private static final String PATH = "/v2/email/outbound-emails";
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");
    private static final int REGION_OF_ARN = 3;

    private final SesSettings settings;
    private final AwsCalls calls;

    /** A transport; nothing is connected or loaded before the first message. */
    public SesTransport(SesSettings settings, AwsCredentials credentials, InstantSource clock) {
        this.settings = settings;
        this.calls = new AwsCalls(AwsApi.SES, settings.endpoint(), credentials, clock);
    }

    @Override
    public Delivery send(Message message) {
        MailSender sender = message.mailSender();
        try {
            String body = JsonOutput.text(mail(message, sender));
            return calls.make(new AwsCalls.Call(region(message, sender), PATH, HEADERS, body), message);
        } catch (AddressException notAnAddress) {
            return new Refused("An address is not valid: " + SafeText.of(notAnAddress.getMessage(), message));
        }
    }

    private String region(Message message, MailSender sender) {
        if (sender.identity() != null) {
            return sender.identity().split(":", -1)[REGION_OF_ARN];
        }
        return settings.region() == null ? message.pool().region() : settings.region();
    }

    private Shape mail(Message message, MailSender sender) throws AddressException {
        String from = address(sender.from() == null ? settings.from() : sender.from());
        List<String> to = List.of(address(message.destination()));
        List<String> replyTo = sender.replyTo() == null ? null : List.of(address(sender.replyTo()));
        return out -> {
            out.beginObject();
            out.member("FromEmailAddress", from);
            out.member("FromEmailAddressIdentityArn", sender.identity());
            out.member("Destination", object("ToAddresses", to));
            out.member("ReplyToAddresses", replyTo);
            out.member("Content", content(message));
            out.member("ConfigurationSetName", sender.configurationSet());
            out.endObject();
        };
    }

    /** As it stands in a header, which SES asks for: names encoded, domains in ASCII. */
    private static String address(String text) throws AddressException {
        return Mail.address(text).toString();
    }

    private static Shape content(Message message) {
        Shape html = object("Html", text(message.body()));
        return object("Simple", out -> {
            out.beginObject();
            out.member("Subject", text(message.subject()));
            out.member("Body", html);
            out.endObject();
        });
    }

    private static Shape text(@Nullable String data) {
        return out -> {
            out.beginObject();
            out.member("Data", data == null ? "" : data);
            out.member("Charset", "UTF-8");
            out.endObject();
        };
    }

    private static Shape object(String member, Shape value) {
        return out -> {
            out.beginObject();
            out.member(member, value);
            out.endObject();
        };
    }

    private static Shape object(String member, List<String> values) {
        return out -> {
            out.beginObject();
            out.member(member, values);
            out.endObject();
        };
    }

    @Override
    public void close() {
        calls.close();
    }
}
