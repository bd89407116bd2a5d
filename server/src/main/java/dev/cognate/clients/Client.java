package dev.cognate.clients;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.ClientId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ExplicitAuthFlowsType;
import dev.cognate.wire.model.FeatureType;
import dev.cognate.wire.model.PreventUserExistenceErrorTypes;
import dev.cognate.wire.model.RefreshTokenRotationType;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.UserPoolClientType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An app client as it was when it was looked up, with its pool as of the same moment. Does not print its secrets.
 *
 * @param id its id
 * @param pool the pool it belongs to
 * @param config what DescribeUserPoolClient answers, without the secret
 * @param secrets its secrets, oldest first: none for a public client, two while one is being replaced
 */
public record Client(ClientId id, Pool pool, UserPoolClientType config, List<String> secrets) {

    /** Copies the list. */
    public Client {
        secrets = List.copyOf(secrets);
    }

    /**
     * Checks the hash that proves a secret of this client, made over the username as the request has it.
     *
     * @param secretHash what the request has, null for nothing
     * @throws NotAuthorizedException it is missing, wrong, or sent for a client without a secret. Reference:
     *     lifecycle A5
     */
    public void checkSecretHash(String username, @Nullable String secretHash) {
        checkSecretHash(username, username, secretHash);
    }

    /**
     * The same, where the hash may also be made over the username that the given name resolves to.
     *
     * @param resolved the real username
     */
    public void checkSecretHash(String username, String resolved, @Nullable String secretHash) {
        if (secrets.isEmpty()) {
            if (secretHash != null) {
                throw new NotAuthorizedException(Texts.hashSuperfluous(id));
            }
            return;
        }
        if (secretHash == null) {
            throw new NotAuthorizedException(Texts.hashMissing(id));
        }
        // Every candidate is tried, so that the time taken does not tell which one matched.
        boolean sent = proves(username, secretHash);
        boolean real = proves(resolved, secretHash);
        if (!sent && !real) {
            throw new NotAuthorizedException(Texts.hashWrong(id));
        }
    }

    /** Whether this hash was made over a username with a secret of this client. */
    public boolean proves(String username, String secretHash) {
        boolean proved = false;
        for (String secret : secrets) {
            proved |= SecretHash.matches(secretHash, secret, username, id.value());
        }
        return proved;
    }

    /** Whether answers through this client must not tell which users exist (PreventUserExistenceErrors). */
    public boolean concealsUsers() {
        return config.preventUserExistenceErrors() == PreventUserExistenceErrorTypes.ENABLED;
    }

    /** How long its access tokens are good: an hour when not said. Reference: oauth-config B5. */
    public Duration accessTokenValidity() {
        return TokenValidity.of(config).access();
    }

    /** How long its refresh tokens are good: thirty days when not said. Reference: oauth-config B5. */
    public Duration refreshTokenValidity() {
        return TokenValidity.of(config).refresh();
    }

    /** How long its ID tokens are good: an hour when not said. Reference: oauth-config B5. */
    public Duration idTokenValidity() {
        return TokenValidity.of(config).id();
    }

    /** How long a step of a sign-in may take (AuthSessionValidity): three minutes when not said. */
    public Duration sessionValidity() {
        Integer minutes = config.authSessionValidity();
        return Duration.ofMinutes(minutes == null ? ClientDefaults.AUTH_SESSION_MINUTES : minutes);
    }

    /** Whether each use of a refresh token gives another one (RefreshTokenRotation). */
    public boolean rotatesRefreshTokens() {
        RefreshTokenRotationType rotation = config.refreshTokenRotation();
        return rotation != null && rotation.feature() == FeatureType.ENABLED;
    }

    /** How long a refresh token that was exchanged may still be used, by a client that missed the answer; often zero. */
    public Duration refreshTokenGrace() {
        RefreshTokenRotationType rotation = config.refreshTokenRotation();
        Integer seconds = rotation == null ? null : rotation.retryGracePeriodSeconds();
        return Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    /** How users may sign in (ExplicitAuthFlows) as it was said; empty when nothing was said. */
    public List<ExplicitAuthFlowsType> authFlows() {
        List<ExplicitAuthFlowsType> flows = config.explicitAuthFlows();
        return flows == null ? List.of() : flows;
    }

    /** Whether it gets tokens of its own (GetClientToken): then users cannot sign in through it at all. */
    public boolean getsTokensOfItsOwn() {
        return !authFlows().isEmpty() && authFlows().stream().allMatch(AuthFlowRules::isForClients);
    }

    /** The scopes of resource servers that it may have (AllowedOAuthScopes, without the standard ones). */
    public List<String> ownScopes() {
        List<String> allowed = config.allowedOAuthScopes();
        return allowed == null
                ? List.of()
                : allowed.stream().filter(scope -> scope.contains("/")).toList();
    }

    /** Whether this is a secret of the client, plain as GetTokensFromRefreshToken and RevokeToken have it. */
    public boolean hasSecret(String presented) {
        boolean found = false;
        for (String secret : secrets) {
            found |= ConstantTime.equals(presented, secret);
        }
        return found;
    }

    /** Whether tokens of this client can be revoked one sign-in at a time (EnableTokenRevocation). */
    public boolean revokesTokens() {
        return Boolean.TRUE.equals(config.enableTokenRevocation());
    }

    /**
     * Whether a user may read an attribute through this client.
     *
     * @param attribute its full name
     */
    public boolean mayRead(String attribute) {
        List<String> listed = config.readAttributes();
        return listed == null ? isForUsers(attribute) : listed.contains(attribute);
    }

    /**
     * Whether a user may write an attribute through this client; without a list of its own, a client may write all
     * that users can write at all.
     *
     * @param attribute its full name
     */
    public boolean mayWrite(String attribute) {
        if (AttributeRules.READ_ONLY.contains(attribute)) {
            return false;
        }
        List<String> listed = config.writeAttributes();
        return listed == null ? isForUsers(attribute) : listed.contains(attribute);
    }

    private boolean isForUsers(String attribute) {
        SchemaAttributeType found = pool.schema().find(attribute);
        return found != null && !Boolean.TRUE.equals(found.developerOnlyAttribute());
    }

    @Override
    public String toString() {
        return "Client[" + id + ", " + pool.id() + ", " + secrets.size() + " secrets ***]";
    }
}
