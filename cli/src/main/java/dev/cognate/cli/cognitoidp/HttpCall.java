package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Debug;
import dev.cognate.cli.terminal.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * One request of the API and its answer, over the JDK's oldest HTTP client, because it starts fastest. Redirects are not
 * followed and nothing is sent twice behind our back. Reference: oauth-config A1, D16.
 */
final class HttpCall {
    private static final String TARGET = "AWSCognitoIdentityProviderService.";

    private final Endpoint endpoint;
    private final Way way;
    private final @Nullable Signer signer;
    private final Debug debug;

    /** @param signer signs the request; null for operations without a signature */
    HttpCall(Way way, @Nullable Signer signer, Debug debug) {
        this.endpoint = way.endpoint();
        this.way = way;
        this.signer = signer;
        this.debug = debug;
    }

    /** Where a request goes, how long that may take, who may answer, and what stands between. */
    record Way(Endpoint endpoint, Timeouts timeouts, TlsTrust trust, Proxy proxy) {}

    /** Adds a signature to a request. */
    @FunctionalInterface
    interface Signer {

        /** All headers of the signed request. */
        Map<String, String> sign(Endpoint endpoint, Map<String, String> headers, byte[] body);
    }

    /** How long to wait for a connection and for an answer, in milliseconds; 0 waits for ever. */
    record Timeouts(int connect, int read) {}

    /** What came back. */
    record Answer(int status, String body) {

        boolean isSuccess() {
            return status < 300;
        }
    }

    /** A request that got no answer; the message is the AWS command line's. */
    static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        private Unanswered(String text) {
            super(text, null, false, false);
            this.text = text;
        }

        @Override
        public String getMessage() {
            return text;
        }
    }

    /** The headers of one attempt. */
    record Attempt(String invocationId, String trace, String userAgent) {}

    /**
     * Sends the request once.
     *
     * @throws Unanswered when no whole answer came back
     */
    Answer send(String operation, byte[] body, Attempt attempt) throws Unanswered {
        Map<String, String> headers = headers(operation, attempt);
        Map<String, String> all = signer == null ? headers : signer.sign(endpoint, headers, body);
        HttpURLConnection connection = connection(body.length);
        debug.tell("endpoint", "Sending " + operation + ", " + body.length + " bytes, " + attempt.trace());
        all.forEach(connection::setRequestProperty);
        try {
            connection.connect();
        } catch (SocketTimeoutException late) {
            throw new Unanswered("Connect timeout on endpoint URL: \"" + endpoint + "\"");
        } catch (SSLException untrusted) {
            throw new Unanswered("SSL validation failed for " + endpoint + " " + untrusted.getMessage());
        } catch (IOException refused) {
            throw new Unanswered("Could not connect to the endpoint URL: \"" + endpoint + "\"");
        }
        Answer answer = exchange(connection, body);
        debug.tell(
                "endpoint",
                "Response: status " + answer.status() + ", " + answer.body().length() + " characters");
        return answer;
    }

    private Map<String, String> headers(String operation, Attempt attempt) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Amz-Target", TARGET + operation);
        headers.put("Content-Type", "application/x-amz-json-1.1");
        headers.put("Accept-Encoding", "identity");
        headers.put("User-Agent", attempt.userAgent());
        headers.put("amz-sdk-invocation-id", attempt.invocationId());
        headers.put("amz-sdk-request", attempt.trace());
        return headers;
    }

    private HttpURLConnection connection(int length) {
        try {
            URLConnection opened = endpoint.uri().toURL().openConnection(way.proxy());
            HttpURLConnection connection = (HttpURLConnection) opened;
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            // A body of announced length also keeps the client from sending a request a second time by itself.
            connection.setFixedLengthStreamingMode(length);
            connection.setUseCaches(false);
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(way.timeouts().connect());
            connection.setReadTimeout(way.timeouts().read());
            if (connection instanceof HttpsURLConnection secured) {
                way.trust().apply(secured);
            }
            return connection;
        } catch (IOException impossible) {
            throw new CliError.General("Invalid endpoint: " + endpoint);
        }
    }

    private Answer exchange(HttpURLConnection connection, byte[] body) throws Unanswered {
        try {
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return new Answer(status, in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (HttpRetryException withoutBody) {
            return new Answer(withoutBody.responseCode(), "");
        } catch (SocketTimeoutException late) {
            throw new Unanswered("Read timeout on endpoint URL: \"" + endpoint + "\"");
        } catch (IOException broken) {
            throw new Unanswered("Connection was closed before we received a valid response from endpoint URL: \""
                    + endpoint + "\".");
        } finally {
            connection.disconnect();
        }
    }
}
