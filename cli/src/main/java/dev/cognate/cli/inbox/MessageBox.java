package dev.cognate.cli.inbox;

import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The messages of a server, over its {@code /_cognate/messages}. */
final class MessageBox {
    private static final String PATH = "/_cognate/messages";
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Endpoint endpoint;
    private final TlsTrust trust;
    private final Proxy proxy;

    /**
     * @param trust decides who may answer
     * @param proxy stands between
     */
    MessageBox(Endpoint endpoint, TlsTrust trust, Proxy proxy) {
        this.endpoint = endpoint;
        this.trust = trust;
        this.proxy = proxy;
    }

    private record Answer(int status, String body) {}

    /**
     * The messages that fit the filter, the newest first.
     *
     * @param filter {@code userPoolId}, {@code username}, {@code destination}; empty values do not filter
     */
    List<Message> list(Map<String, String> filter) {
        if (!(answer("GET", query(filter)) instanceof Items(List<JsonValue> values))) {
            throw new CliError.General("The server at " + endpoint + " has no inbox.");
        }
        List<Message> messages = new ArrayList<>();
        for (JsonValue value : values) {
            if (value instanceof Entries entries) {
                messages.add(new Message(entries));
            }
        }
        return messages;
    }

    /** The message of this id, or null. */
    @Nullable Message find(String id) {
        return answer("GET", "/" + encoded(id)) instanceof Entries entries ? new Message(entries) : null;
    }

    /** Removes the message of this id; false when there was none. */
    boolean delete(String id) {
        return send("DELETE", "/" + encoded(id)).status() != HttpURLConnection.HTTP_NOT_FOUND;
    }

    /** Removes all messages. */
    void deleteAll() {
        send("DELETE", "");
    }

    private static String query(Map<String, String> filter) {
        StringBuilder query = new StringBuilder();
        filter.forEach((name, value) -> {
            if (!value.isEmpty()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(value));
            }
        });
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private @Nullable JsonValue answer(String method, String rest) {
        Answer answer = send(method, rest);
        if (answer.status() == HttpURLConnection.HTTP_NOT_FOUND) {
            return null;
        }
        try {
            return JsonReader.read(answer.body());
        } catch (Malformed malformed) {
            throw new CliError.General(
                    "The server at " + endpoint + " gave an answer that is not JSON. Is it Cognate?");
        }
    }

    private Answer send(String method, String rest) {
        try {
            URI uri = endpoint.uri().resolve(PATH + rest);
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(proxy);
            if (connection instanceof HttpsURLConnection secured) {
                trust.apply(secured);
            }
            connection.setRequestMethod(method);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            int status = connection.getResponseCode();
            try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                String body = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return checked(new Answer(status, body));
            }
        } catch (SSLException untrusted) {
            throw new CliError.General("SSL validation failed for " + endpoint + " " + untrusted.getMessage());
        } catch (IOException unreachable) {
            String advice = endpoint.isLoopback() ? ". cognate serve starts a server" : "";
            throw new CliError.General("Could not connect to the endpoint URL: \"" + endpoint + "\"" + advice);
        }
    }

    private Answer checked(Answer answer) {
        int status = answer.status();
        if (status >= 300 && status != HttpURLConnection.HTTP_NOT_FOUND) {
            throw new CliError.General(
                    "The server at " + endpoint + " answered with status " + status + " instead of messages.");
        }
        return answer;
    }
}
