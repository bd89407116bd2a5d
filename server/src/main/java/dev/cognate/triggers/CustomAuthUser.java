package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom the functions of a custom sign-in are asked about. Does not print the attributes.
 *
 * @param origin where the event comes from
 * @param attributes all attributes, with {@code sub} and {@code cognito:user_status}; empty for nobody
 * @param clientMetadata the request's own, null when it has none
 * @param notFound whether there is no such user; null where that is no secret
 */
public record CustomAuthUser(
        Origin origin,
        Map<String, String> attributes,
        @Nullable Map<String, String> clientMetadata,
        @Nullable Boolean notFound) {

    void writeAttributes(JsonOutput out) {
        out.member("userAttributes", attributes);
    }

    void writeRest(JsonOutput out) {
        out.member("clientMetadata", clientMetadata);
        out.member("userNotFound", notFound);
    }

    @Override
    public String toString() {
        return "CustomAuthUser[***]";
    }
}
