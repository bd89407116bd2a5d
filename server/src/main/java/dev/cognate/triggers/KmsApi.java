package dev.cognate.triggers;

import dev.cognate.aws.AwsApi;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.aws.RequestSigner;
import dev.cognate.kms.DataKey;
import dev.cognate.kms.DataKeys;
import dev.cognate.kms.NoDataKey;
import dev.cognate.outgoing.Posts.Post;
import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.Returned;
import dev.cognate.triggers.FunctionResult.TimedOut;
import dev.cognate.wire.Blob;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.ProtocolFault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Data keys of AWS KMS, or of anything else that speaks its API, instead of the server's own. */
public final class KmsApi implements DataKeys {
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "TrentService.GenerateDataKey");

    private final @Nullable URI endpoint;
    private final AwsCredentials credentials;
    private final HttpCalls calls;
    private final RequestSigner signer;

    /**
     * Keys from there.
     *
     * @param endpoint where the API is, null for AWS's own in the region of each key
     * @param limit how long one call may take
     * @param clock dates the signatures
     */
    public KmsApi(@Nullable URI endpoint, AwsCredentials credentials, Duration limit, InstantSource clock) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.calls = new HttpCalls(limit);
        this.signer = new RequestSigner(AwsApi.KMS, credentials, clock);
    }

    @Override
    public DataKey fresh(String keyArn, Map<String, String> encryptionContext) {
        String[] parts = keyArn.split(":", -1);
        if (parts.length < 6 || !parts[2].equals("kms")) {
            throw new NoDataKey("Not the ARN of a KMS key");
        }
        String region = parts[3];
        URI url = AwsApi.KMS.at(endpoint, region, "/");
        String body = body(keyArn, encryptionContext);
        Post post = new Post(url, signer.sign(url, region, HEADERS, body), body);
        // An error is a type in the body; its message may name more than an operator's log should hold.
        FunctionResult answer = calls.call(
                keyArn, post, got -> got.status() == 200 ? new Returned(got.body()) : LambdaApiRunner.refused(got));
        return switch (answer) {
            case Returned(String json) -> read(json);
            case Failed(String error) -> throw new NoDataKey(error);
            case FunctionError _ -> throw new NoDataKey("an error without a name");
            case TimedOut _ -> throw new NoDataKey("no answer in time");
        };
    }

    private static String body(String keyArn, Map<String, String> context) {
        return JsonOutput.text(out -> {
            out.beginObject();
            out.member("EncryptionContext", new TreeMap<>(context));
            out.member("KeyId", keyArn);
            out.member("KeySpec", "AES_256");
            out.endObject();
        });
    }

    private static DataKey read(String json) {
        try {
            return JsonInput.decode(json.getBytes(StandardCharsets.UTF_8), (in, at, violations) -> read(in));
        } catch (ProtocolFault unreadable) {
            throw new NoDataKey("an answer that cannot be read");
        }
    }

    private static DataKey read(JsonInput in) {
        String key = null;
        Blob plaintext = null;
        Blob ciphertext = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "KeyId" -> key = in.string();
                case "Plaintext" -> plaintext = in.blob();
                case "CiphertextBlob" -> ciphertext = in.blob();
                default -> in.skip();
            }
        }
        if (key == null || plaintext == null || ciphertext == null) {
            throw new NoDataKey("an answer without a key");
        }
        return new DataKey(key, plaintext.bytes(), ciphertext.bytes());
    }

    @Override
    public void close() {
        calls.close();
        credentials.close();
    }
}
