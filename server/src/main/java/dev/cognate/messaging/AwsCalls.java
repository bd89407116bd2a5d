package dev.cognate.messaging;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.AwsCredentials.NoCredentials;
import dev.cognate.aws.RequestSigner;
import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.outgoing.Posts;
import dev.cognate.outgoing.Posts.Outcome.Answered;
import dev.cognate.outgoing.Posts.Outcome.Late;
import dev.cognate.outgoing.Posts.Outcome.Unreachable;
import dev.cognate.outgoing.Posts.Post;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signed calls of one API of AWS, each of which hands over one message. Nothing of the signer is loaded before the first. */
final class AwsCalls implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long GREATEST_ANSWER = 64 * 1024;

    private final AwsApi api;
    private final @Nullable URI endpoint;
    private final AwsCredentials credentials;
    private final InstantSource clock;
    private final Posts posts = new Posts(PATIENCE, GREATEST_ANSWER);

    /**
     * Calls of an API.
     *
     * @param endpoint where it is, null for AWS's own
     */
    AwsCalls(AwsApi api, @Nullable URI endpoint, AwsCredentials credentials, InstantSource clock) {
        this.api = api;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * One call.
     *
     * @param headers to be signed
     */
    record Call(String region, String path, Map<String, String> headers, String body) {

        /** Leaves the body out. */
        @Override
        public String toString() {
            return "Call[" + region + " " + path + "]";
        }
    }

    /** Hands a message over. */
    Delivery make(Call call, Message message) {
        URI url = api.at(endpoint, call.region, call.path);
        Map<String, List<String>> headers;
        try {
            headers = new RequestSigner(api, credentials, clock).sign(url, call.region, call.headers, call.body);
        } catch (NoCredentials none) {
            return new Misconfigured(
                    Trouble.TRUST, SafeText.of("There are no credentials for AWS: " + none.getMessage(), message));
        }
        return switch (posts.send(new Post(url, headers, call.body))) {
            case Answered answer when answer.isSuccess() -> new Delivered();
            case Answered answer -> AwsRefusal.of(answer).delivery(message);
            case Late _ -> new Deferred(url.getHost() + " gives no answer within " + PATIENCE.toSeconds() + " seconds");
            case Unreachable(String why) ->
                new Deferred(SafeText.of(url.getHost() + " cannot be reached: " + why, message));
        };
    }

    @Override
    public void close() {
        posts.close();
        credentials.close();
    }
}
