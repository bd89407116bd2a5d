package dev.cognate.clients;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser may be sent back to. Reference: oauth-config B5. */
final class UrlRules {
    private static final Pattern PLAIN_HTTP = Pattern.compile("http:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The machine itself, on any port. The host must end there: {@code localhost.example.com} is another one. */
    private static final Pattern LOOPBACK = Pattern.compile(
            "http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?([/?].*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private UrlRules() {}

    static void check(UserPoolClientType asked) {
        List<String> callbacks = orNone(asked.callbackUrls());
        for (String url : callbacks) {
            checkProtocol(url);
            if (url.indexOf('#') >= 0) {
                throw new InvalidParameterException(Texts.fragment(url));
            }
        }
        orNone(asked.logoutUrls()).forEach(UrlRules::checkProtocol);
        String usual = asked.defaultRedirectUri();
        if (usual != null && !callbacks.contains(usual)) {
            throw new InvalidParameterException(Texts.defaultRedirect(usual));
        }
    }

    private static void checkProtocol(String url) {
        if (PLAIN_HTTP.matcher(url).matches() && !LOOPBACK.matcher(url).matches()) {
            throw new InvalidParameterException(Texts.plainHttp(url));
        }
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
