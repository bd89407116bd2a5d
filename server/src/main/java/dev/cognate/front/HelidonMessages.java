package dev.cognate.front;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;

/** Translates between Helidon's messages and those of the port. */
final class HelidonMessages {
    private static final byte[] NOTHING = {};

    private HelidonMessages() {}

    /** A request whose body has been read. */
    static Request request(ServerRequest request, byte[] body, String sourceAddress) {
        List<String> headers = new ArrayList<>(24);
        for (Header header : request.headers()) {
            add(headers, header);
        }
        return new Request(
                request.prologue().method().text(),
                request.prologue().uriPath().rawPath(),
                request.prologue().query().rawValue(),
                Headers.of(headers),
                body,
                sourceAddress);
    }

    private static void add(List<String> headers, Header header) {
        if (header.valueCount() == 1) {
            headers.add(header.name());
            headers.add(header.get());
            return;
        }
        for (String value : header.allValues()) {
            headers.add(header.name());
            headers.add(value);
        }
    }

    /** Sets status and header fields. */
    static void begin(Response answer, ServerResponse response) {
        response.status(Status.create(answer.status()));
        Headers headers = answer.headers();
        for (int i = 0; i < headers.size(); i++) {
            response.headers().add(HeaderValues.create(HeaderNames.create(headers.name(i)), headers.value(i)));
        }
    }

    /** Sends status, header fields and body; a HEAD request gets no body. */
    static void send(Response answer, ServerRequest request, ServerResponse response) {
        boolean head = request.prologue().method().text().equals("HEAD");
        response.send(head ? NOTHING : answer.body());
    }
}
