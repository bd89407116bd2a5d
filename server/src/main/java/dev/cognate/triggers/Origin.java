package dev.cognate.triggers;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.JsonOutput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every trigger event begins with: whose pool, which user, and who asked. Reference: lifecycle I2.
 *
 * @param pool the pool; its region is the event's region
 * @param userName the real username, not the alias that was typed
 * @param client the client of the request, null for an administrator's request
 * @param userAgent the client's {@code User-Agent}, null when it sent none
 */
public record Origin(
        PoolId pool,
        String userName,
        @Nullable ClientId client,
        @Nullable String userAgent) {
    private static final String NO_CLIENT = "CLIENT_ID_NOT_APPLICABLE";
    private static final String UNKNOWN_SDK = "aws-sdk-unknown-unknown";

    /** Only the SDKs for JavaScript are told apart in real events; all others are unknown. */
    private static final Pattern KNOWN_SDK =
            Pattern.compile("(?:^|\\s)(aws-sdk-(?:nodejs|js))/([0-9][0-9A-Za-z.-]{0,40})(?=\\s|$)");

    /** The {@code callerContext.clientId} of the event. */
    public String clientId() {
        return client == null ? NO_CLIENT : client.value();
    }

    /** Writes the {@code callerContext} of the event. */
    void writeCaller(JsonOutput out) {
        out.beginObject();
        out.member("awsSdkVersion", awsSdkVersion());
        out.member("clientId", clientId());
        out.endObject();
    }

    /** The {@code callerContext.awsSdkVersion} of the event, as in {@code aws-sdk-js-3.1010.0}. */
    public String awsSdkVersion() {
        if (userAgent == null) {
            return UNKNOWN_SDK;
        }
        Matcher known = KNOWN_SDK.matcher(userAgent);
        return known.find() ? known.group(1) + "-" + known.group(2) : UNKNOWN_SDK;
    }
}
