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

    Entrance(Claimants claimants, Standing standing, Triggers triggers) {
        this.claimants = claimants;
        this.standing = standing;
        this.triggers = triggers;
    }

    /**
     * Who wants to sign in. For a name without a user the function is asked only where the client conceals that there is
     * none.
     *
     * @throws dev.cognate.wire.Fault the secret hash is wrong, the function refuses, or the user may not sign in
     */
    Claimant admit(Step step) {
        Claimant claimant = claimants.find(step);
        switch (claimant) {
            case Claimant.Known(User user) -> admit(step, user);
            case Claimant.Unknown unknown -> {
                if (step.client().concealsUsers()) {
                    ask(step, unknown.name(), Map.of(), true);
                }
            }
        }
        return claimant;
    }

    /** Lets a user in who was found later than others: one who has just been migrated. */
    void admitMigrated(Step step, User user) {
        if (step.client().concealsUsers()) { // The function was asked already, about nobody.
            standing.require(user);
        } else {
            admit(step, user);
        }
    }

    private void admit(Step step, User user) {
        ask(step, user.username(), user.eventAttributes(step.pool()), step.client().concealsUsers() ? false : null);
        standing.require(user);
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
