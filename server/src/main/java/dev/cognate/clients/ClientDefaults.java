package dev.cognate.clients;

import dev.cognate.wire.model.ClientTypeType;
import dev.cognate.wire.model.TokenValidityUnitsType;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client has where the request says nothing. Members without a default stay absent: lists of attributes (all
 * that users can read and write), ExplicitAuthFlows, PreventUserExistenceErrors ({@code LEGACY}). Reference:
 * oauth-config B5.
 */
final class ClientDefaults {
    static final int AUTH_SESSION_MINUTES = 3;

    private ClientDefaults() {}

    /** The configuration that was asked for, with the defaults of all it leaves out. */
    static UserPoolClientType complete(UserPoolClientType asked) {
        return asked.toBuilder()
                .refreshTokenValidity(refreshTokenValidity(asked))
                .tokenValidityUnits(or(asked.tokenValidityUnits(), new TokenValidityUnitsType(null, null, null)))
                .readAttributes(set(asked.readAttributes()))
                .writeAttributes(set(asked.writeAttributes()))
                .explicitAuthFlows(some(asked.explicitAuthFlows()))
                .supportedIdentityProviders(some(asked.supportedIdentityProviders()))
                .callbackUrls(some(asked.callbackUrls()))
                .logoutUrls(some(asked.logoutUrls()))
                .allowedOAuthFlows(some(asked.allowedOAuthFlows()))
                .allowedOAuthScopes(some(asked.allowedOAuthScopes()))
                .allowedOAuthFlowsUserPoolClient(or(asked.allowedOAuthFlowsUserPoolClient(), false))
                .enableTokenRevocation(or(asked.enableTokenRevocation(), true))
                .enablePropagateAdditionalUserContextData(or(asked.enablePropagateAdditionalUserContextData(), false))
                .authSessionValidity(or(asked.authSessionValidity(), AUTH_SESSION_MINUTES))
                .clientType(or(asked.clientType(), ClientTypeType.REGULAR))
                .build();
    }

    /** Thirty days, in the unit that the client counts in; zero counts as not said. */
    private static int refreshTokenValidity(UserPoolClientType asked) {
        int given = or(asked.refreshTokenValidity(), 0);
        return given != 0
                ? given
                : (int) TokenValidity.USUAL_REFRESH.dividedBy(TokenValidity.length(TokenValidity.refreshUnit(asked)));
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /** Each value once. An empty list of attributes stays: it allows none, where no list allows all. */
    private static <T> @Nullable List<T> set(@Nullable List<T> values) {
        return values == null ? null : List.copyOf(new LinkedHashSet<>(values));
    }

    private static <T> @Nullable List<T> some(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? null : set(values);
    }
}
