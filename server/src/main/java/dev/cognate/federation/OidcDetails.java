package dev.cognate.federation;

import dev.cognate.outgoing.Documents;
import dev.cognate.outgoing.Documents.Answer;
import dev.cognate.wire.fault.InvalidParameterException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The details of a provider that speaks OpenID Connect. Its endpoints are read from its discovery document; those that
 * the request gives are for a provider that has none. Reference: oauth-config B9, C13.
 */
final class OidcDetails {
    private static final Logger LOG = LoggerFactory.getLogger(OidcDetails.class);
    private static final String ISSUER = "oidc_issuer";
    private static final String METHOD = "attributes_request_method";
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final Documents documents;

    OidcDetails(Documents documents) {
        this.documents = documents;
    }

    /**
     * The details with all endpoints.
     *
     * @throws InvalidParameterException something is missing or wrong, or the endpoints cannot be found out
     */
    Details complete(Given given) {
        given.require(Texts.OIDC_KEYS, "client_id", "authorize_scopes", ISSUER, METHOD);
        String method = given.get(METHOD);
        if (!method.equals("GET") && !method.equals("POST")) {
            throw new InvalidParameterException(Texts.requestMethod(method));
        }
        String issuer = given.get(ISSUER).strip();
        if (!documents.accepts(issuer)) {
            throw new InvalidParameterException(Texts.OIDC_ISSUER);
        }
        Map<String, String> all = new HashMap<>(given.values());
        all.put("attributes_url_add_attributes", "false");
        all.putAll(discovered(issuer).byKey());
        checkEndpoints(new Given(all));
        return Details.of(all);
    }

    private Discovery discovered(String issuer) {
        String url = (issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer) + DISCOVERY;
        return switch (documents.get(url)) {
            case Answer.Found(String text) -> ofIssuer(issuer, Discovery.of(text));
            case Answer.Refused(int status) -> {
                LOG.info("No discovery document at {}: status {}", url, status);
                yield Discovery.NOTHING;
            }
            case Answer.Unreachable(String why) -> {
                LOG.info("No discovery document at {}: {}", url, why);
                yield Discovery.NOTHING;
            }
        };
    }

    private static Discovery ofIssuer(String issuer, Discovery document) {
        if (document.isOf(issuer)) {
            return document;
        }
        LOG.info("The discovery document of {} is of another issuer: {}", issuer, document.issuer());
        return Discovery.NOTHING;
    }

    private void checkEndpoints(Given complete) {
        complete.require(Texts.UNREACHABLE_ISSUER, Discovery.KEYS.toArray(String[]::new));
        for (String key : Discovery.KEYS) {
            if (!documents.accepts(complete.get(key))) {
                throw new InvalidParameterException(Texts.ENDPOINTS);
            }
        }
    }
}
