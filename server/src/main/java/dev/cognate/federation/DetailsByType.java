package dev.cognate.federation;

import dev.cognate.outgoing.Documents;
import dev.cognate.wire.model.IdentityProviderTypeType;
import java.time.InstantSource;
import java.util.Map;

/** Completes the details of a provider by the rules of its type; may fetch a document. Reference: oauth-config B9. */
final class DetailsByType {
    private final OidcDetails oidc;
    private final SamlDetails saml;

    DetailsByType(Documents documents, InstantSource clock) {
        this.oidc = new OidcDetails(documents);
        this.saml = new SamlDetails(documents, clock);
    }

    /**
     * The details as they are kept.
     *
     * @throws dev.cognate.wire.fault.InvalidParameterException they are not good for that type
     */
    Details complete(IdentityProviderTypeType type, Map<String, String> asked) {
        Given given = new Given(asked);
        return switch (type) {
            case GOOGLE -> SocialDetails.google(given);
            case FACEBOOK -> SocialDetails.facebook(given);
            case LOGIN_WITH_AMAZON -> SocialDetails.amazon(given);
            case SIGN_IN_WITH_APPLE -> SocialDetails.apple(given);
            case OIDC -> oidc.complete(given);
            case SAML -> saml.complete(given);
        };
    }
}
