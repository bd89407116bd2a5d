package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;

/** Is told of the sign-ins of the pools that it watches, in the transactions in which they happen. */
public interface SignInWatch {
    /** Whether it wants to know of refreshed tokens; otherwise these need not write anything. */
    boolean watches(Tx tx, PoolId pool);

    /** A sign-in has begun, in any pool. */
    void begun(Tx tx, SignIn signIn, Call call);

    /** Tokens of a sign-in in a pool that is watched are refreshed. */
    void refreshed(Tx tx, SignIn signIn, Call call);
}
