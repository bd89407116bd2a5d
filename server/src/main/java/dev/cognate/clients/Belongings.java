package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;

/** What another room keeps of a client, to be forgotten with it. */
@FunctionalInterface
public interface Belongings {

    /** Removes all of it in the transaction that deletes the client. */
    void forget(Tx tx, PoolId pool, ClientId client);
}
