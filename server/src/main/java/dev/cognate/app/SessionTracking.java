package dev.cognate.app;

import dev.cognate.domain.PoolId;
import dev.cognate.sessions.Sessions;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignIn;
import dev.cognate.tokens.SignInFollower;
import dev.cognate.wire.Call;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has each sign-in tracked as a session. The sessions are made of the tokens, so they are asked for only when there are
 * requests.
 */
record SessionTracking(Supplier<Sessions> sessions) implements SignInFollower {
    @Override
    public boolean followsRefreshes(Tx tx, PoolId pool) {
        return sessions.get().areTracked(tx, pool);
    }

    @Override
    public void begun(Tx tx, SignIn signIn, @Nullable String origin, Call call) {
        sessions.get().begin(tx, signIn, origin, call);
    }

    @Override
    public void refreshed(Tx tx, SignIn signIn, Call call) {
        sessions.get().refreshed(tx, signIn, call);
    }

    @Override
    public void endingWithLinked(Tx tx, SignIn signIn) {
        sessions.get().endOrigin(tx, signIn);
    }
}
