package dev.cognate.federation;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The details of a provider as they are kept: checked and complete. Prints nothing of them.
 *
 * @param values by key, as DescribeIdentityProvider names them; some are secrets
 * @param metadata the SAML metadata document, null for other types
 * @param fetched when that was fetched; null for one that came with the request
 */
record Details(
        Map<String, String> values,
        @Nullable String metadata,
        @Nullable Instant fetched) {
    /** The private key of Sign in with Apple, the one value that is never shown. */
    private static final String PRIVATE_KEY = "private_key";

    /** Copies the map and sorts it. */
    Details {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Details without a metadata document. */
    static Details of(Map<String, String> values) {
        return new Details(values, null, null);
    }

    /** What the API shows. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>(values);
        shown.remove(PRIVATE_KEY);
        return shown;
    }

    @Override
    public String toString() {
        return "Details[***]";
    }
}
