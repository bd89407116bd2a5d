package dev.cognate.clients;

import dev.cognate.federation.IdentityProviders;
import dev.cognate.pools.Pool;
import dev.cognate.resourceservers.ResourceServers;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidOAuthFlowException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ScopeDoesNotExistException;
import dev.cognate.wire.model.DcrConfigurationType;
import dev.cognate.wire.model.OAuthFlowType;
import dev.cognate.wire.model.StatusType;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a client may ask for at the OAuth2 endpoints. Reference: oauth-config B5. */
final class OAuthRules {
    private static final Set<String> SCOPES =
            Set.of("phone", "email", "openid", "profile", "aws.cognito.signin.user.admin");

    /** The scope of a token that may register clients; there once the pool takes registrations. */
    private static final String REGISTRATION_SCOPE = "aws.cognito/dcr/register";

    private static final String OWN_USERS = "COGNITO";

    private OAuthRules() {}

    static void checkFlows(UserPoolClientType asked, boolean hasSecret) {
        List<OAuthFlowType> flows = orNone(asked.allowedOAuthFlows());
        boolean incomplete =
                flows.isEmpty() || orNone(asked.allowedOAuthScopes()).isEmpty();
        if (Boolean.TRUE.equals(asked.allowedOAuthFlowsUserPoolClient()) && incomplete) {
            throw new InvalidParameterException(Texts.OAUTH_INCOMPLETE);
        }
        boolean forUsers = flows.contains(OAuthFlowType.CODE) || flows.contains(OAuthFlowType.IMPLICIT);
        if (flows.contains(OAuthFlowType.CLIENT_CREDENTIALS)) {
            if (forUsers) {
                throw new InvalidOAuthFlowException(Texts.CLIENT_CREDENTIALS_MIXED);
            }
            if (!hasSecret) {
                throw new InvalidOAuthFlowException(Texts.CLIENT_CREDENTIALS_SECRET);
            }
        }
        if (forUsers && orNone(asked.callbackUrls()).isEmpty()) {
            throw new InvalidParameterException(Texts.CALLBACKS_MISSING);
        }
    }

    static void checkScopes(Tx tx, UserPoolClientType asked, Pool pool) {
        for (String scope : orNone(asked.allowedOAuthScopes())) {
            if (!exists(tx, pool, scope)) {
                throw new ScopeDoesNotExistException(Texts.unknownScope(scope));
            }
        }
    }

    static void checkProviders(Tx tx, UserPoolClientType asked, Pool pool) {
        for (String provider : orNone(asked.supportedIdentityProviders())) {
            if (!provider.equals(OWN_USERS) && !IdentityProviders.exists(tx, pool.id(), provider)) {
                throw new InvalidParameterException(Texts.unknownProvider(provider, pool.id()));
            }
        }
    }

    private static boolean exists(Tx tx, Pool pool, String scope) {
        if (scope.equals(REGISTRATION_SCOPE)) {
            return takesRegistrations(pool);
        }
        return SCOPES.contains(scope) || ResourceServers.hasScope(tx, pool.id(), scope);
    }

    private static boolean takesRegistrations(Pool pool) {
        DcrConfigurationType registration = pool.config().dcrConfiguration();
        return registration != null && registration.enableStatus() == StatusType.ENABLED;
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
