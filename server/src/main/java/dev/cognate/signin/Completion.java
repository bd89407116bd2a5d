package dev.cognate.signin;

import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignIn;
import dev.cognate.tokens.SignIns;
import dev.cognate.tokens.TokenSets;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import org.jspecify.annotations.Nullable;

/**
 * The end of every sign-in: the pool's functions are asked, PostAuthentication first; then the sign-in is stored, if
 * everything still is as it was proved; then its tokens are signed. Reference: auth 7 steps 5 to 7.
 */
final class Completion {
    private final Store store;
    private final Users users;
    private final Triggers triggers;
    private final SignIns signIns;
    private final TokenSets tokenSets;
    private final UserEvents events;
    private final Standing standing;
    private final Lockout lockout;

    Completion(Signin.Collaborators with, Standing standing, Lockout lockout) {
        this.store = with.store();
        this.users = with.users();
        this.triggers = with.triggers();
        this.signIns = with.tokens().signIns();
        this.tokenSets = with.tokens().tokenSets();
        this.events = with.events();
        this.standing = standing;
        this.lockout = lockout;
    }

    /**
     * Signs a user in who has proved everything.
     *
     * @throws Fault a function refuses, or the user may not sign in any more
     */
    Answer signIn(Step step, Proven proven) {
        User user = proven.user();
        triggers.postAuthentication(
                step.functions(),
                step.origin(user.username()),
                user.eventAttributes(step.pool()),
                step.clientMetadata());
        TokenSets.Form form = tokenSets.form(
                step.client(),
                user,
                new TokenSets.Occasion(source(proven.carried()), step.clientMetadata(), step.call()));
        Stored stored = store.write(tx -> store(tx, step, proven));
        return new Answer.SignedIn(tokenSets.first(step.client(), stored.user, stored.signIn, form));
    }

    private static TokenGenerationSource source(Session.Carried carried) {
        return carried.replaced()
                ? TokenGenerationSource.NEW_PASSWORD_CHALLENGE
                : TokenGenerationSource.AUTHENTICATION;
    }

    private record Stored(User user, SignIn signIn) {}

    /** The functions may have taken seconds, in which the user may have been changed, disabled, deleted or locked. */
    private Stored store(Tx tx, Step step, Proven proven) {
        User user = users.reload(tx, proven.user());
        Fault refusal = user == null ? gone(step) : refusal(tx, user, proven);
        if (user == null || refusal != null) {
            throw refusal == null ? gone(step) : refusal;
        }
        lockout.clear(tx, user.pool(), user.sub());
        events.record(tx, user.pool(), user.sub(), step.event());
        return new Stored(user, signIns.begin(tx, step.client(), user));
    }

    private static Fault gone(Step step) {
        return step.client().concealsUsers() ? new NotAuthorizedException(Texts.INCORRECT) : Entrance.noSuchUser();
    }

    private @Nullable Fault refusal(Tx tx, User user, Proven proven) {
        if (proven.proof().isCounted() && lockout.isLocked(tx, user.pool(), user.sub())) {
            return Lockout.locked();
        }
        if (proven.proof() == Proven.Proof.PASSWORD
                && !KeptPassword.same(user.password(), proven.user().password())) {
            return new NotAuthorizedException(Texts.INCORRECT);
        }
        return standing.refusal(tx, user);
    }
}
