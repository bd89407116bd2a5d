package dev.cognate.risk;

import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.UserPoolAddOnNotEnabledException;

/** Pools with threat protection. Reference: auth 23. */
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
}
