package dev.cognate.tokens;

import dev.cognate.directory.User;
import dev.cognate.store.Tx;

/**
 * The last word before a sign-in begins, in its transaction. Functions were asked since the user was found, which may
 * have taken seconds: here the caller reads again whatever it decided on, and consumes what is good once.
 */
@FunctionalInterface
public interface Admission {
    /**
     * Lets the user in.
     *
     * @return the user as it is now, with what the sign-in changed
     * @throws dev.cognate.wire.Fault it is not let in; nothing of the transaction remains
     */
    User admit(Tx tx);
}
