package dev.cognate.risk;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.fault.UserPoolAddOnNotEnabledException;

/** Pools with threat protection, and their users. Reference: auth 23. */
final class Protected {
    private Protected() {}

    /**
     * The pool.
     *
     * @throws UserPoolAddOnNotEnabledException its threat protection is off
     */
    static Pool pool(Pool pool) {
        if (!pool.threatProtection()) {
            throw new UserPoolAddOnNotEnabledException(Texts.notEnabled(pool.id()));
        }
        return pool;
    }

    /**
     * The user that was looked up.
     *
     * @throws UserNotFoundException there is none
     */
    static User user(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
