package dev.cognate.tokens;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.util.List;

/**
 * What OpenID Connect clients look up about a pool before anything else (OpenID Connect Discovery 1.0), members in
 * alphabetical order. Reference: auth 15, oauth-config C2.
 *
 * @param issuer whom tokens name as their issuer
 * @param place where the pool's documents are
 * @param pages where its pages are
 * @param endpoints what the paths of its other endpoints begin with
 */
record Discovery(String issuer, String place, String pages, String endpoints) implements Shape {

    /** Of a pool without a domain: everything is in one place. */
    static Discovery of(String issuer, String place) {
        return new Discovery(issuer, place, place, place);
    }

    /** Of a pool with a domain, whose address that is. */
    static Discovery of(String issuer, String place, String domain) {
        return new Discovery(issuer, place, domain, domain + "/oauth2");
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("authorization_endpoint", endpoints + "/authorize");
        out.member("end_session_endpoint", pages + "/logout");
        out.member("id_token_signing_alg_values_supported", List.of("RS256"));
        out.member("issuer", issuer);
        out.member("jwks_uri", place + "/.well-known/jwks.json");
        out.member("response_types_supported", List.of("code", "token"));
        out.member("revocation_endpoint", endpoints + "/revoke");
        out.member("scopes_supported", List.of("openid", "email", "phone", "profile"));
        out.member("subject_types_supported", List.of("public"));
        out.member("token_endpoint", endpoints + "/token");
        out.member("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        out.member("userinfo_endpoint", endpoints + "/userInfo");
        out.endObject();
    }
}
