package dev.cognate.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/**
 * What is asked: one operation, with another body each time.
 *
 * @param path the path, {@code /} for the API
 * @param operation the API's operation, as in {@code ListUsers}
 * @param bodies the JSON body of the request with a number; numbers count up from the plan's first
 */
public record Script(String path, String operation, LongFunction<String> bodies) {

    /** An operation of the API. */
    public static Script of(String operation, LongFunction<String> bodies) {
        return new Script("/", operation, bodies);
    }

    /** The same bodies sent to another path. */
    public Script at(String otherPath) {
        return new Script(otherPath, operation, bodies);
    }

    /**
     * The head of a request with a body of this length. The signature is right in form only: a server under test takes
     * any credentials.
     */
    byte[] head(int length) {
        return ("POST " + path + " HTTP/1.1\r\n"
                        + "Host: 127.0.0.1\r\n"
                        + "Content-Type: application/x-amz-json-1.1\r\n"
                        + "X-Amz-Target: AWSCognitoIdentityProviderService." + operation + "\r\n"
                        + "X-Amz-Date: 20260101T000000Z\r\n"
                        + "Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/"
                        + "cognito-idp/aws4_request, SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64)
                        + "\r\n"
                        + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
