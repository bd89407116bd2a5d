package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.fault.UserNotFoundException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning that all flows share: the client proves its secret, the pool's PreAuthentication function may refuse, and
 * so may the user's standing. Reference: auth 3 steps 7 to 10.
 */
final class Entrance {
    private final Claimants claimants;
    private final Standing standing;
    private final Triggers triggers;

    Entrance(Ground ground) {
        this.claimants = ground.claimants();
        this.standing = ground.standing();
        this.triggers = ground.with().triggers();
    }

    /**
     * Who wants to sign in. For a name without a user the function is asked only where the client conceals that there is
     * none.
     *
     * @throws dev.cognate.wire.Fault the secret hash is wrong, the function refuses, or the user may not sign in
     */
    Claimant admit(Step step) {
        Claimant claimant = claimants.find(step);
        greet(step, claimant);
        if (claimant instanceof Claimant.Known(User user)) {
            standing.requireOf(step.client(), user);
        }
        return claimant;
    }

    /**
     * The same, where nobody who is unknown may go on unless the client conceals that.
     *
     * @throws dev.cognate.wire.Fault as {@link #admit}, or there is no such user
     */
    Claimant admitOrConceal(Step step) {
        return orConceal(step, admit(step));
    }

    /** The same for a way of signing in that may confirm the user. */
    Claimant admitUnconfirmedOrConceal(Step step) {
        Claimant claimant = claimants.find(step);
        greet(step, claimant);
        if (claimant instanceof Claimant.Known(User user)) {
            standing.requireButUnconfirmedOf(step.client(), user);
        }
        return orConceal(step, claimant);
    }

    private static Claimant orConceal(Step step, Claimant claimant) {
        if (claimant instanceof Claimant.Unknown && !step.client().concealsUsers()) {
            throw noSuchUser();
        }
        return claimant;
    }

    /** Lets a user in who was found later than others: one who has just been migrated. */
    void admitMigrated(Step step, User user) {
        if (!step.client().concealsUsers()) { // Otherwise the function was asked already, about nobody.
            greet(step, new Claimant.Known(user));
        }
        standing.require(user);
    }

    /** Asks the function, about a user or, where that is concealed, about nobody. */
    private void greet(Step step, Claimant claimant) {
        boolean conceals = step.client().concealsUsers();
        switch (claimant) {
            case Claimant.Known(User user) ->
                ask(step, user.username(), user.eventAttributes(step.pool()), conceals ? false : null);
            case Claimant.Unknown unknown when conceals -> ask(step, unknown.name(), Map.of(), true);
            case Claimant.Unknown _ -> {}
        }
    }

    private void ask(Step step, String username, Map<String, String> attributes, @Nullable Boolean notFound) {
        triggers.preAuthentication(
                step.functions(), step.origin(username), attributes, step.validationData(), notFound);
    }

    /** How a client is told that there is no such user, where it may know. */
    static UserNotFoundException noSuchUser() {
        return new UserNotFoundException(Texts.NO_USER);
    }
}
