package dev.cognate.federation;

import java.util.HashMap;
import java.util.Map;

/**
 * The details of providers that the service knows: what must be given, and what it adds. A value that is given goes
 * before one that would be added. Reference: oauth-config B9.
 */
final class SocialDetails {
    private static final String CLIENT_ID = "client_id";
    private static final String CLIENT_SECRET = "client_secret";
    private static final String SCOPES = "authorize_scopes";
    private static final String VERSION = "api_version";
    private static final String LATEST_VERSION = "v17.0";

    private static final Map<String, String> GOOGLE = Map.of(
            "attributes_url", "https://people.googleapis.com/v1/people/me?personFields=",
            "attributes_url_add_attributes", "true",
            "authorize_url", "https://accounts.google.com/o/oauth2/v2/auth",
            "oidc_issuer", "https://accounts.google.com",
            "token_request_method", "POST",
            "token_url", "https://www.googleapis.com/oauth2/v4/token");

    private static final Map<String, String> AMAZON = Map.of(
            "attributes_url", "https://api.amazon.com/user/profile",
            "attributes_url_add_attributes", "false",
            "authorize_url", "https://www.amazon.com/ap/oa",
            "token_request_method", "POST",
            "token_url", "https://api.amazon.com/auth/o2/token");

    private static final Map<String, String> APPLE = Map.of(
            "attributes_url_add_attributes", "false",
            "authorize_url", "https://appleid.apple.com/auth/authorize",
            "oidc_issuer", "https://appleid.apple.com",
            "token_request_method", "POST",
            "token_url", "https://appleid.apple.com/auth/token");

    private SocialDetails() {}

    static Details google(Given given) {
        given.require(Texts.SOCIAL_KEYS, CLIENT_ID, CLIENT_SECRET, SCOPES);
        return completed(GOOGLE, given);
    }

    static Details amazon(Given given) {
        given.require(Texts.SOCIAL_KEYS, CLIENT_ID, CLIENT_SECRET, SCOPES);
        return completed(AMAZON, given);
    }

    static Details facebook(Given given) {
        given.require(Texts.SOCIAL_KEYS, CLIENT_ID, CLIENT_SECRET, SCOPES);
        String asked = given.find(VERSION);
        String version = asked == null ? LATEST_VERSION : asked;
        return completed(
                Map.of(
                        "attributes_url", "https://graph.facebook.com/" + version + "/me?fields=",
                        "attributes_url_add_attributes", "true",
                        "authorize_url", "https://www.facebook.com/" + version + "/dialog/oauth",
                        "token_request_method", "GET",
                        "token_url", "https://graph.facebook.com/" + version + "/oauth/access_token"),
                given);
    }

    static Details apple(Given given) {
        given.require(Texts.APPLE_KEYS, CLIENT_ID, "private_key", "team_id", "key_id", SCOPES);
        return completed(APPLE, given);
    }

    private static Details completed(Map<String, String> added, Given given) {
        Map<String, String> all = new HashMap<>(added);
        all.putAll(given.values());
        return Details.of(all);
    }
}
