package dev.cognate.branding;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which links terms can have. Reference: oauth-config B12. */
final class TermsRules {
    private static final String DEFAULT = "cognito:default";

    private TermsRules() {}

    /**
     * Refuses links without one for all languages, and addresses that would do something else than lead to a page.
     *
     * @param links by language, null for none, which is good
     */
    static void check(@Nullable Map<String, String> links) {
        if (links == null) {
            return;
        }
        if (!links.containsKey(DEFAULT)) {
            throw new InvalidParameterException(Texts.DEFAULT_LINK);
        }
        for (String link : links.values()) {
            String lower = link.toLowerCase(Locale.ROOT);
            if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
                throw new InvalidParameterException(Texts.LINK_SCHEME);
            }
        }
    }
}
