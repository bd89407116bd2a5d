package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;

/**
 * Every sentence that this room tells a client, word for word as the service has them. The last group has no known
 * original. Reference: oauth-config B5, lifecycle A5.
 */
final class Texts {
    static final String TOKEN_VALIDITY = "Invalid range for token validity.";
    static final String TOKENS_OUTLIVE_REFRESH =
            "Access and Id Token expiration times must be less than or equal to refresh token expiration times.";
    static final String MIXED_FLOWS = "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names.";
    static final String OAUTH_INCOMPLETE = "AllowedOAuthFlows and AllowedOAuthScopes are required"
            + " if user pool client is allowed to use OAuth flows.";
    static final String CLIENT_CREDENTIALS_MIXED =
            "client_credentials flow can not be selected along with code flow or implicit flow.";
    static final String CLIENT_CREDENTIALS_SECRET =
            "client_credentials flow can not be selected if client does not have a client secret.";
    static final String CALLBACKS_MISSING = "CallbackUrls can not be empty when code flow or implicit flow is selected";
    static final String READ_ATTRIBUTES = "Invalid read attributes specified while creating a client";
    static final String WRITE_ATTRIBUTES = "Invalid write attributes specified while creating a client";
    static final String CONTEXT_DATA_SECRET =
            "Client Secret is required to set EnablePropagateAdditionalUserContextData as true";
    static final String ANALYTICS = "Invalid analytics configuration given, either <application arn> or"
            + " <application id, role arn, external id> are valid";

    // No original is known for these.
    static final String ROTATION_WITH_REFRESH =
            "ALLOW_REFRESH_TOKEN_AUTH cannot be used when refresh token rotation is enabled.";
    static final String TOO_MANY_SECRETS = "A user pool client cannot have more than two client secrets.";
    static final String SAME_SECRET = "The user pool client has this client secret already.";
    static final String LAST_SECRET = "The only client secret of a user pool client cannot be deleted.";
    static final String PUBLIC_CLIENT = "The user pool client was created without a client secret.";
    static final String REGISTERED_CLIENT = "The secret of a dynamically registered client cannot be changed.";
    static final String CHOICE = "Passwordless Sign-In";
    static final String CHOICE_ABOVE_TIER =
            "The following features need to be disabled for the LITE pricing tier configured: " + CHOICE;
    static final String BAD_PAGE_TOKEN = "Invalid pagination token";
    static final String CLIENT_TOKEN_ALONE = "ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.";
    static final String TWO_SECRETS = "ClientSecret cannot be given when GenerateSecret is true.";

    private Texts() {}

    static String tooMany(int most) {
        return "A user pool cannot have more than " + most + " clients.";
    }

    static String missing(ClientId id) {
        return "User pool client " + id + " does not exist.";
    }

    static String missingSecret(ClientId id) {
        return "User pool client " + id + " has no such client secret.";
    }

    static String plainHttp(String url) {
        return url + " cannot use the HTTP protocol.";
    }

    static String fragment(String url) {
        return url + " cannot use fragment";
    }

    static String defaultRedirect(String url) {
        return "The default redirect URI " + url + " is not in the callback URIs list.";
    }

    static String unknownScope(String scope) {
        return "Invalid scope requested: " + scope;
    }

    static String unknownProvider(String provider, PoolId pool) {
        return "The provider " + provider + " does not exist for User Pool " + pool;
    }

    static String analyticsRegion(String region) {
        return "The integration with Pinpoint is not supported for the requested " + region + " region.";
    }

    static String hashMissing(ClientId id) {
        return "Client " + id + " is configured with secret but SECRET_HASH was not received";
    }

    static String hashWrong(ClientId id) {
        return "Unable to verify secret hash for client " + id;
    }

    static String hashSuperfluous(ClientId id) {
        return "Client " + id + " is not configured for secret but secret was received";
    }
}
