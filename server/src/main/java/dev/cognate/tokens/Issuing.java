package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.groups.GroupClaims;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PreTokenGenerationAnswer;
import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import dev.cognate.triggers.TokenGeneration;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues the tokens that belong together. First the pool's function is asked how to change them, outside of every
 * transaction; when the sign-in stands in the store, they are signed. Reference: auth 14, 24.4.
 */
final class Issuing {
    private final Store store;
    private final Users users;
    private final SignIns signIns;
    private final AccessTokens accessTokens;
    private final IdTokens idTokens;
    private final RefreshTokens refreshTokens;
    private final Triggers triggers;
    private final BiFunction<Tx, User, GroupClaims> groups;
    private final SignInFollower follower;

    Issuing(
            Tokens.Collaborators with,
            SignIns signIns,
            AccessTokens accessTokens,
            IdTokens idTokens,
            RefreshTokens refreshTokens) {
        this.store = with.store();
        this.users = with.users();
        this.triggers = with.triggers();
        this.groups = with.groups();
        this.follower = with.follower();
        this.signIns = signIns;
        this.accessTokens = accessTokens;
        this.idTokens = idTokens;
        this.refreshTokens = refreshTokens;
    }

    /**
     * How tokens will look.
     *
     * @param scopes what the client may do
     * @param changes what the function says of the rest
     */
    record Form(List<String> scopes, PreTokenGenerationAnswer changes) {

        /** The groups that tokens show: the user's own, unless the function says others. */
        GroupClaims shown(GroupClaims own) {
            PreTokenGenerationAnswer.Groups other = changes.groups();
            return other == null ? own : new GroupClaims(other.names(), other.roles(), other.preferredRole());
        }
    }

    /** What stands in the store when tokens are signed: read in one transaction, after the function was asked. */
    record Standing(User user, SignIn signIn, GroupClaims groups) {}

    /** Begins a sign-in and issues its first tokens. */
    AuthenticationResult first(Grant grant, Admission admission) {
        Client client = grant.client();
        List<String> scopes = grant.consent() == null
                ? AccessTokens.OWN_ACCOUNT_ONLY
                : grant.consent().scopes();
        Form form = form(client, grant.user(), scopes, grant.occasion());
        Standing begun = store.write(tx -> {
            User user = admission.admit(tx);
            SignIn signIn = signIns.begin(tx, client, user, grant);
            follower.begun(tx, signIn, grant.ssoSession(), grant.occasion().call());
            return new Standing(user, signIn, groups(tx, user));
        });
        String nonce = grant.consent() == null ? null : grant.consent().nonce();
        String refresh = refreshTokens.issue(client, begun.user, begun.signIn);
        return issue(client, begun, form, nonce, refresh);
    }

    /** The groups of a user as this transaction sees them. */
    GroupClaims groups(Tx tx, User user) {
        return groups.apply(tx, user);
    }

    /** Lets in a user who is still there, and not disabled. */
    Admission whoeverMay(User found) {
        return tx -> present(tx, found);
    }

    private User present(Tx tx, User found) {
        User user = users.bySub(tx, found.pool(), found.sub());
        if (user == null) {
            throw new NotAuthorizedException(Texts.WRONG_SIGN_IN);
        }
        if (!user.enabled()) {
            throw new NotAuthorizedException(Texts.DISABLED);
        }
        return user;
    }

    /**
     * Asks the PreTokenGeneration function, if there is one. May wait for it for many seconds: never called inside a
     * transaction.
     *
     * @throws dev.cognate.wire.Fault the function fails
     */
    Form form(Client client, User user, List<String> scopes, Grant.Occasion occasion) {
        Pool pool = client.pool();
        if (!Triggers.haveTokenFunction(pool.config().lambdaConfig())) {
            return new Form(changed(scopes, Changes.NONE), PreTokenGenerationAnswer.NOTHING);
        }
        GroupClaims own = store.read(tx -> groups(tx, user));
        PreTokenGenerationAnswer answer = triggers.preTokenGeneration(
                pool.config().lambdaConfig(),
                new Origin(
                        pool.id(), user.username(), client.id(), occasion.call().userAgent()),
                new TokenGeneration(
                        occasion.source(),
                        user.eventAttributes(pool),
                        own.names(),
                        own.roles(),
                        own.preferredRole(),
                        scopes,
                        occasion.clientMetadata()));
        return new Form(changed(scopes, answer.access()), answer);
    }

    /** The tokens of a sign-in that stands. */
    AuthenticationResult issue(
            Client client, Standing standing, Form form, @Nullable String nonce, @Nullable String refresh) {
        GroupClaims shown = form.shown(standing.groups);
        AccessToken access = accessTokens.issue(
                client, standing.user, standing.signIn, shown.names(), form.scopes, form.changes.access());
        String id = idTokens.issue(client, standing, form, nonce, access);
        return new AuthenticationResult(access, id, refresh);
    }

    /** A scope with a space would be two of them, so there is none such. */
    static List<String> changed(List<String> scopes, Changes changes) {
        List<String> changed = new ArrayList<>(Stream.concat(scopes.stream(), changes.scopes().stream())
                .filter(scope -> !scope.isEmpty() && !scope.contains(" "))
                .distinct()
                .toList());
        changed.removeAll(changes.suppressedScopes());
        return changed;
    }
}
