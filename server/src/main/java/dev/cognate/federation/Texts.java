package dev.cognate.federation;

import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.IdentityProviderTypeType;

/**
 * Every sentence that this room tells a client, word for word as the service has them. The last group has no known
 * original. Reference: oauth-config B9.
 */
final class Texts {
    static final String SOCIAL_KEYS = "clientId, clientSecret and authorizeScopes are all required idp details.";
    static final String APPLE_KEYS = "clientId, privateKey, teamId, and keyId are all required idp details.";
    static final String OIDC_KEYS =
            "clientId, authorizeScopes, oidcIssuer and attributesRequestMethod are all required idp details.";
    static final String OIDC_ISSUER = "OIDC endpoint must start with https://";
    static final String NO_METADATA = "At least one of the MetadataURL or MetadataFile should be provided.";
    static final String TWO_METADATA = "Only one of the MetadataURL or MetadataFile should be provided.";
    static final String NO_REDIRECT_BINDING = "No SingleSignOn Http redirect binding location found in metadata.";

    // No original is known for these.
    static final String UNREACHABLE_ISSUER = "Unable to contact well-known endpoint";
    static final String ENDPOINTS = "The endpoints of an identity provider must start with https://";
    static final String BAD_METADATA = "The SAML metadata document cannot be read.";
    static final String NO_CERTIFICATE = "No valid signing certificate found in metadata.";
    static final String METADATA_URL = "MetadataURL must start with https://";
    static final String SAML_SWITCHES = "IDPSignout, IDPInit and EncryptedResponses are true or false.";
    static final String SIGNING_ALGORITHM = "RequestSigningAlgorithm can only be rsa-sha256.";
    static final String ACR_TYPE = "AcrMapping can only be given for a provider of type OIDC.";
    static final String ACR_LEVELS = "AcrMapping can have the levels Level1, Level2, Level3 and Level4.";
    static final String CHANGED = "The identity provider was replaced while it was updated. Please try again.";

    private Texts() {}

    static String tooMany(int most) {
        return "A user pool cannot have more than " + most + " identity providers.";
    }

    static String requestMethod(String method) {
        return "1 validation error detected: Value '" + method + "' at 'attributesRequestMethod' failed to satisfy"
                + " constraint: Member must satisfy enum value set: [POST, GET]";
    }

    static String typeOfName(String name, IdentityProviderTypeType type) {
        return "Provider " + name + " cannot be of type " + type.wire() + ".";
    }

    static String exists(String name) {
        return "A provider with the name " + name + " already exists in this user pool.";
    }

    static ResourceNotFoundException missing(String name) {
        return new ResourceNotFoundException("Identity provider " + name + " does not exist.");
    }

    static String metadataStatus(int status, String url) {
        return "Non-ok status code " + status + " returned from remote metadata source " + url;
    }

    /** No original is known. */
    static String metadataUnreachable(String url) {
        return "No answer from remote metadata source " + url;
    }

    /** No original is known. */
    static String unknownAttribute(String attribute) {
        return "Invalid attribute mapping: " + attribute + ": Attribute does not exist in the schema.";
    }

    /** No original is known. */
    static String identifierTaken(String identifier) {
        return "The identifier " + identifier + " is used by another identity provider of this user pool.";
    }
}
