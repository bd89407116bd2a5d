package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;

/** Who somebody claims to be that wants to sign in. */
sealed interface Claimant {

    /** What sessions are bound to and wrong tries counted by. */
    Sub id();

    /**
     * The name that clients, and the functions of custom sign-ins, are shown: where addresses are typed in place of
     * usernames, an id. That of nobody has the form of a user's, who is shown the name as it was given when the account
     * was made, not as it is typed now.
     */
    default String username(Pool pool) {
        return switch (this) {
            case Known(User user) -> user.username();
            case Unknown(String name, Sub id) ->
                pool.usernameAttributes().isEmpty() ? Users.folded(pool, name) : id.value();
        };
    }

    /** A user of the pool. */
    record Known(User user) implements Claimant {
        @Override
        public Sub id() {
            return user.sub();
        }
    }

    /**
     * Nobody whom the pool has. A client that conceals who exists goes through the same steps as with a user, to no avail.
     *
     * @param name as it was typed
     * @param id no user's, and the same each time for this name; a name that has the form of an id is its own
     */
    record Unknown(String name, Sub id) implements Claimant {

        /** The name may be personal. */
        @Override
        public String toString() {
            return "Unknown[" + id + "]";
        }
    }

    /** Whether an id stands for this one. */
    default boolean is(Sub other) {
        return id().equals(other);
    }
}
