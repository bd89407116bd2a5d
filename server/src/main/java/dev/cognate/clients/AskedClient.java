package dev.cognate.clients;

import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.UpdateUserPoolClientRequest;
import dev.cognate.wire.model.UserPoolClientType;

/**
 * The configuration that a request asks for, in the one form that rules and defaults work on: what the request leaves
 * out is absent. Reference: oauth-config B5.
 */
final class AskedClient {
    private AskedClient() {}

    /** What CreateUserPoolClient asks for, without id, secret and dates. */
    static UserPoolClientType of(CreateUserPoolClientRequest request) {
        return UserPoolClientType.builder()
                .userPoolId(request.userPoolId())
                .clientName(request.clientName())
                .refreshTokenValidity(request.refreshTokenValidity())
                .accessTokenValidity(request.accessTokenValidity())
                .idTokenValidity(request.idTokenValidity())
                .tokenValidityUnits(request.tokenValidityUnits())
                .readAttributes(request.readAttributes())
                .writeAttributes(request.writeAttributes())
                .explicitAuthFlows(request.explicitAuthFlows())
                .supportedIdentityProviders(request.supportedIdentityProviders())
                .callbackUrls(request.callbackUrls())
                .logoutUrls(request.logoutUrls())
                .defaultRedirectUri(request.defaultRedirectUri())
                .allowedOAuthFlows(request.allowedOAuthFlows())
                .allowedOAuthScopes(request.allowedOAuthScopes())
                .allowedOAuthFlowsUserPoolClient(request.allowedOAuthFlowsUserPoolClient())
                .analyticsConfiguration(request.analyticsConfiguration())
                .preventUserExistenceErrors(request.preventUserExistenceErrors())
                .enableTokenRevocation(request.enableTokenRevocation())
                .enablePropagateAdditionalUserContextData(request.enablePropagateAdditionalUserContextData())
                .authSessionValidity(request.authSessionValidity())
                .refreshTokenRotation(request.refreshTokenRotation())
                .build();
    }

    /** What UpdateUserPoolClient asks for; only the name survives when the request leaves it out. */
    static UserPoolClientType of(UpdateUserPoolClientRequest request, UserPoolClientType before) {
        String name = request.clientName();
        return before.toBuilder()
                .clientName(name == null ? before.clientName() : name)
                .refreshTokenValidity(request.refreshTokenValidity())
                .accessTokenValidity(request.accessTokenValidity())
                .idTokenValidity(request.idTokenValidity())
                .tokenValidityUnits(request.tokenValidityUnits())
                .readAttributes(request.readAttributes())
                .writeAttributes(request.writeAttributes())
                .explicitAuthFlows(request.explicitAuthFlows())
                .supportedIdentityProviders(request.supportedIdentityProviders())
                .callbackUrls(request.callbackUrls())
                .logoutUrls(request.logoutUrls())
                .defaultRedirectUri(request.defaultRedirectUri())
                .allowedOAuthFlows(request.allowedOAuthFlows())
                .allowedOAuthScopes(request.allowedOAuthScopes())
                .allowedOAuthFlowsUserPoolClient(request.allowedOAuthFlowsUserPoolClient())
                .analyticsConfiguration(request.analyticsConfiguration())
                .preventUserExistenceErrors(request.preventUserExistenceErrors())
                .enableTokenRevocation(request.enableTokenRevocation())
                .enablePropagateAdditionalUserContextData(request.enablePropagateAdditionalUserContextData())
                .authSessionValidity(request.authSessionValidity())
                .refreshTokenRotation(request.refreshTokenRotation())
                .build();
    }
}
