package dev.cognate.triggers;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the PreTokenGeneration function is told of the tokens that are about to be issued. Reference: auth 24.4.
 *
 * @param source the occasion
 * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}
 * @param groups the names of the user's groups
 * @param roles the roles of these groups
 * @param preferredRole the role that takes precedence, null for none
 * @param scopes what the access token lets its bearer do
 * @param clientMetadata the request's own, null when it has none
 */
public record TokenGeneration(
        TokenGenerationSource source,
        Map<String, String> userAttributes,
        List<String> groups,
        List<String> roles,
        @Nullable String preferredRole,
        List<String> scopes,
        @Nullable Map<String, String> clientMetadata) {

    /** Leaves the attributes out. */
    @Override
    public String toString() {
        return "TokenGeneration[" + source.wire() + " ***]";
    }
}
