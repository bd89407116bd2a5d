package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PreTokenGenerationAnswer;
import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import dev.cognate.triggers.TokenGeneration;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues the tokens that belong together. First the pool's function is asked how to change them, outside of every
 * transaction; when the sign-in stands in the store, they are signed. Reference: auth 14, 24.4.
 */
public final class TokenSets {
    private static final List<String> SCOPES = List.of(AccessTokens.OWN_ACCOUNT);

    private final AccessTokens accessTokens;
    private final IdTokens idTokens;
    private final RefreshTokens refreshTokens;
    private final Triggers triggers;
    private final Function<User, GroupClaims> groups;

    TokenSets(Tokens.Collaborators with, AccessTokens accessTokens, IdTokens idTokens, RefreshTokens refreshTokens) {
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.refreshTokens = refreshTokens;
        this.triggers = with.triggers();
        this.groups = with.groups();
    }

    /**
     * Why tokens are issued.
     *
     * @param source the occasion
     * @param clientMetadata the request's own, null when it has none
     */
    public record Occasion(
            TokenGenerationSource source, @Nullable Map<String, String> clientMetadata, Call call) {}

    /** How tokens will look. */
    public static final class Form {
        private final GroupClaims groups;
        private final PreTokenGenerationAnswer changes;

        private Form(GroupClaims groups, PreTokenGenerationAnswer changes) {
            this.groups = groups;
            this.changes = changes;
        }
    }

    /**
     * Asks the PreTokenGeneration function, if there is one. May wait for it for many seconds: never called inside a
     * transaction.
     *
     * @throws dev.cognate.wire.Fault the function fails
     */
    public Form form(Client client, User user, Occasion occasion) {
        Pool pool = client.pool();
        GroupClaims own = groups.apply(user);
        Origin origin = new Origin(pool.id(), user.username(), client.id(), occasion.call.userAgent());
        PreTokenGenerationAnswer answer = triggers.preTokenGeneration(
                pool.config().lambdaConfig(),
                origin,
                new TokenGeneration(
                        occasion.source,
                        user.eventAttributes(pool),
                        own.names(),
                        own.roles(),
                        own.preferredRole(),
                        SCOPES,
                        occasion.clientMetadata));
        PreTokenGenerationAnswer.Groups other = answer.groups();
        return new Form(
                other == null ? own : new GroupClaims(other.names(), other.roles(), other.preferredRole()), answer);
    }

    /** The tokens of a sign-in that has begun, with its first refresh token. */
    public AuthenticationResult first(Client client, User user, SignIn signIn, Form form) {
        return issue(client, user, signIn, form, refreshTokens.issue(client, user, signIn));
    }

    /** The tokens of a sign-in that goes on. */
    AuthenticationResult issue(Client client, User user, SignIn signIn, Form form, @Nullable String refresh) {
        Changes access = form.changes.access();
        return new AuthenticationResult(
                accessTokens.issue(client, user, signIn, form.groups.names(), scopes(access), access),
                idTokens.issue(client, user, signIn, form.groups, form.changes.id()),
                refresh);
    }

    /** A scope with a space would be two of them, so there is none such. */
    private static List<String> scopes(Changes changes) {
        List<String> scopes = new ArrayList<>(Stream.concat(SCOPES.stream(), changes.scopes().stream())
                .filter(scope -> !scope.isEmpty() && !scope.contains(" "))
                .distinct()
                .toList());
        scopes.removeAll(changes.suppressedScopes());
        return scopes;
    }
}
