package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.outgoing.Posts;
import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.outgoing.Posts.Outcome.Late;
import dev.cognate.outgoing.Posts.Outcome.Unreachable;
import dev.cognate.outgoing.Posts.Post;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts SMS as JSON to an endpoint, which hands them to any provider. The endpoint knows by the signature that a message
 * is genuine and fresh: {@code Cognate-Signature: v1=<HMAC-SHA256 of "<Cognate-Timestamp>.<body>" in hexadecimal>}, the
 * timestamp in seconds since 1970. It may get a message more than once, each time with the same {@code id}.
 *
 * <p>2xx: taken over. 400, 409, 410, 413, 415, 422: refused for good. Everything else is tried again.
 */
public final class WebhookTransport implements Transport {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long GREATEST_ANSWER = 64 * 1024;
    private static final Set<Integer> FINAL = Set.of(400, 409, 410, 413, 415, 422);
    private static final Set<Integer> OWNERS_MATTER = Set.of(301, 302, 303, 307, 308, 401, 403, 404, 405);

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final Posts posts = new Posts(PATIENCE, GREATEST_ANSWER);

    /** A transport; the clock dates the signatures. */
    public WebhookTransport(WebhookSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Delivery send(Message message) {
        String body = JsonOutput.text(sms(message));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        Map<String, List<String>> headers = Map.of(
                "Content-Type", List.of("application/json"),
                "Cognate-Timestamp", List.of(timestamp),
                "Cognate-Signature", List.of("v1=" + signature(timestamp + "." + body)));
        return switch (posts.send(new Post(settings.url(), headers, body))) {
            case Answered answer when answer.isSuccess() -> new Delivered();
            case Answered answer -> refused(answer, message);
            case Late _ -> new Deferred("The webhook gives no answer within " + PATIENCE.toSeconds() + " seconds");
            case Unreachable(String why) -> new Deferred(SafeText.of("The webhook cannot be reached: " + why, message));
        };
    }

    private Shape sms(Message message) {
        return out -> {
            out.beginObject();
            out.member("id", message.id());
            out.member("createdAt", message.createdAt().toString());
            out.member("userPoolId", message.pool().value());
            out.member("username", message.username());
            out.member("triggerSource", message.triggerSource());
            out.member("originationNumber", settings.origination());
            out.member("destination", message.destination());
            out.member("body", message.body());
            out.endObject();
        };
    }

    private static Delivery refused(Answered answer, Message message) {
        String error = SafeText.of("The webhook answers " + answer.status() + ": " + answer.body(), message);
        if (FINAL.contains(answer.status())) {
            return new Refused(error);
        }
        return OWNERS_MATTER.contains(answer.status()) ? new Misconfigured(Trouble.OTHER, error) : new Deferred(error);
    }

    private String signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java runtime lacks a mandatory algorithm", broken);
        }
    }

    @Override
    public void close() {
        posts.close();
    }
}
