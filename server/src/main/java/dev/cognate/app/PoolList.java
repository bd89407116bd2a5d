package dev.cognate.app;

import dev.cognate.crypto.Randomness;
import dev.cognate.pools.Pools;
import dev.cognate.wire.model.UserPoolType;
import java.util.List;

/** The pools of a store, for commands beside a server. */
final class PoolList {
    private PoolList() {}

    static List<UserPoolType> of(ServerSettings settings, Cognate.Ground ground) {
        return new Pools(
                        ground.store(),
                        ground.clock(),
                        new Randomness(ground.random(), ground.clock()),
                        settings.rules().pools())
                .all();
    }
}
