package dev.cognate.front;

import dev.cognate.wire.JsonOutput;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of JSON for each request, as the message of the logger {@code access} at level info. Has nothing of the
 * request's body or query, and nothing of the answer but its size.
 */
final class AccessLog {
    private static final Logger ACCESS = LoggerFactory.getLogger("access");
    private static final int MAX_USER_AGENT = 256;

    private final InstantSource clock;

    AccessLog(InstantSource clock) {
        this.clock = clock;
    }

    /** Writes the line of one request. */
    void write(Exchange exchange, Response response, long nanos) {
        if (ACCESS.isInfoEnabled()) {
            byte[] line = JsonOutput.encode(out -> write(out, exchange, response, nanos));
            ACCESS.info(new String(line, StandardCharsets.UTF_8));
        }
    }

    private void write(JsonOutput out, Exchange exchange, Response response, long nanos) {
        out.beginObject();
        out.member("time", clock.instant().toString());
        out.member("requestId", exchange.id());
        out.member("operation", exchange.operation());
        out.member("status", (Integer) response.status());
        out.member("fault", exchange.fault());
        out.member("micros", (Long) (nanos / 1000));
        out.member("bytesIn", (Integer) exchange.request().body().length);
        out.member("bytesOut", (Integer) response.body().length);
        out.member("source", exchange.request().sourceAddress());
        out.member("accessKeyId", exchange.accessKeyId());
        out.member("userAgent", bounded(exchange.userAgent()));
        out.endObject();
    }

    private static @Nullable String bounded(@Nullable String text) {
        return text == null || text.length() <= MAX_USER_AGENT ? text : text.substring(0, MAX_USER_AGENT);
    }
}
