package dev.cognate.bench.subject;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single calls of the API, to set a server up or to see whether it is there. */
public final class Calls {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Calls() {}

    /**
     * Calls an operation and returns its answer.
     *
     * @throws IOException the server does not answer, or with a fault
     */
    public static String call(URI server, String operation, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/"))
                .timeout(LONGEST)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header("X-Amz-Date", "20260101T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/cognito-idp/aws4_request, "
                                + "SignedHeaders=host;x-amz-date, Signature=" + "0".repeat(64))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(operation + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }

    /** Calls an operation until the server answers it, for at most half a minute. */
    static String callWhenReady(URI server, String operation, String body) throws IOException, InterruptedException {
        long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return call(server, operation, body);
            } catch (java.net.ConnectException notYet) {
                if (System.nanoTime() > patience) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    /** The first text member of that name in a JSON document. */
    public static String member(String json, String name) throws IOException {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IOException("An answer lacks " + name + ": " + json);
        }
        return found.group(1);
    }

    /** A port that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
