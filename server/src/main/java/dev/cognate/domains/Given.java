package dev.cognate.domains;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;

/** A domain that was given to a pool, for those that change it. */
final class Given {
    private Given() {}

    /**
     * The domain of a name, as the transaction sees it.
     *
     * @throws InvalidParameterException there is none, or it is another pool's. Reference: oauth-config B7
     */
    static Domain require(Tx tx, PoolId pool, DomainName name) {
        Domain found = DomainsTable.find(tx, name);
        if (found == null || !found.pool().equals(pool)) {
            throw new InvalidParameterException(Texts.MISSING);
        }
        return found;
    }
}
