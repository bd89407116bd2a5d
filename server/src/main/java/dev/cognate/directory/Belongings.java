package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;

/** What a room keeps of a user beside the user itself, and gives up when the user is deleted. */
@FunctionalInterface
public interface Belongings {

    /** Deletes what belongs to this user, in the transaction that deletes the user. */
    void forget(Tx tx, PoolId pool, Sub sub);
}
