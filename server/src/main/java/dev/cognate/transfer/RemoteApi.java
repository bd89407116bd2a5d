package dev.cognate.transfer;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.AwsCredentials.NoCredentials;
import dev.cognate.aws.RequestSigner;
import dev.cognate.wire.JsonInput;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The API of user pools, elsewhere: signed calls, each tried again while the other side is busy. */
final class RemoteApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 6;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Set<String> BUSY =
            Set.of("TooManyRequestsException", "ThrottlingException", "Throttling", "InternalErrorException");
    private static final Set<String> FORBIDDEN = Set.of("AccessDeniedException", "AccessDenied");

    /** How an API says that there is nothing of that kind: not set, not of the pool's tier, or not known to it at all. */
    private static final Set<String> NOTHING = Set.of(
            "ResourceNotFoundException",
            "FeatureUnavailableInTierException",
            "UserPoolAddOnNotEnabledException",
            "OperationNotEnabledException",
            "OperationNotImplemented",
            "UnknownOperationException");

    private static final int LARGEST_PICTURE = 1 << 20;

    private final RemoteSource source;
    private final RequestSigner signer;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    RemoteApi(RemoteSource source, AwsCredentials credentials, InstantSource clock) {
        this.source = source;
        this.signer = new RequestSigner(AwsApi.USER_POOLS, credentials, clock);
    }

    /** What came of a call. */
    private sealed interface Outcome {}

    /** The answer, as JSON. */
    private record Told(String json) implements Outcome {}

    /** What an error says. */
    private record Refusal(String type, String message) implements Outcome {

        static Refusal of(HttpResponse<String> answer) {
            try {
                return JsonInput.decodeStored(answer.body(), (in, _, _) -> read(in));
            } catch (IllegalArgumentException _) {
                return new Refusal("status " + answer.statusCode(), "");
            }
        }

        private static Refusal read(JsonInput in) {
            String type = null;
            String message = null;
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "__type" -> type = in.string();
                    case "message", "Message" -> message = in.string();
                    case String _ -> in.skip();
                }
            }
            String whole = Objects.requireNonNullElse(type, "an error");
            return new Refusal(whole.substring(whole.indexOf('#') + 1), Objects.requireNonNullElse(message, ""));
        }
    }

    /**
     * The answer of an operation, as JSON.
     *
     * @throws TransferRefused it was refused or cannot be had; the message names the operation
     */
    String call(String operation, String body) {
        return switch (ask(operation, body)) {
            case Told(String json) -> json;
            case Refusal refusal -> throw refused(operation, refusal);
        };
    }

    /** The same for what need not be there: null when it is not. */
    @Nullable String find(String operation, String body) {
        return switch (ask(operation, body)) {
            case Told(String json) -> json;
            case Refusal refusal when NOTHING.contains(refusal.type()) -> null;
            case Refusal refusal -> throw refused(operation, refusal);
        };
    }

    private Outcome ask(String operation, String body) {
        Duration pause = FIRST_PAUSE;
        for (int tried = 1; ; tried++) {
            HttpResponse<String> answer = send(operation, body);
            if (answer.statusCode() == 200) {
                return new Told(answer.body());
            }
            Refusal refusal = Refusal.of(answer);
            boolean isTrouble = answer.statusCode() >= 500 && !NOTHING.contains(refusal.type());
            boolean isBusy = isTrouble || BUSY.contains(refusal.type());
            if (!isBusy || tried == TRIES) {
                return refusal;
            }
            rest(pause);
            pause = pause.multipliedBy(2);
        }
    }

    /** The bytes of a picture that an answer names, null when they cannot be had. */
    byte @Nullable [] picture(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
            HttpResponse<byte[]> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_PICTURE));
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException | IllegalArgumentException _) {
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TransferRefused(Texts.STOPPED);
        }
    }

    private TransferRefused refused(String operation, Refusal refusal) {
        String said = (refusal.type() + ": " + refusal.message()).replaceAll("[. ]+$", "");
        return new TransferRefused(
                FORBIDDEN.contains(refusal.type())
                        ? Texts.notAllowed(operation, source.pool(), said)
                        : Texts.remoteRefused(operation, said));
    }

    private HttpResponse<String> send(String operation, String body) {
        URI url = AwsApi.USER_POOLS.at(source.endpoint(), source.region(), "/");
        try {
            return http.send(request(url, operation, body), BodyHandlers.ofString());
        } catch (NoCredentials none) {
            throw new TransferRefused(Texts.noCredentials(String.valueOf(none.getMessage())));
        } catch (IOException failure) {
            throw new TransferRefused(Texts.unreachable(url, failure));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TransferRefused(Texts.STOPPED);
        }
    }

    private HttpRequest request(URI url, String operation, String body) {
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/x-amz-json-1.1",
                "X-Amz-Target",
                "AWSCognitoIdentityProviderService." + operation);
        Map<String, List<String>> signed = signer.sign(url, source.region(), headers, body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(url).timeout(PATIENCE).POST(BodyPublishers.ofString(body));
        signed.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        return request.build();
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new TransferRefused(Texts.STOPPED);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
