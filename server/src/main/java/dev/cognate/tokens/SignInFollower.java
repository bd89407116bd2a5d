package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import org.jspecify.annotations.Nullable;

/**
 * Whoever keeps something beside sign-ins and stands above this room: it hears of each in the transaction in which it
 * happens, so that what it keeps and the sign-ins are never at odds.
 */
public interface SignInFollower {
    /**
     * Whether refreshes of tokens in a pool matter. Where they do not, and tokens do not rotate, a refresh writes nothing
     * and {@link #refreshed} is not called.
     */
    boolean followsRefreshes(Tx tx, PoolId pool);

    /**
     * A sign-in begins.
     *
     * @param origin the SSO session that it comes through, null for none
     */
    void begun(Tx tx, SignIn signIn, @Nullable String origin, Call call);

    /** Tokens of a sign-in are refreshed. */
    void refreshed(Tx tx, SignIn signIn, Call call);

    /** A sign-in is about to end by RevokeToken with RevokeAssociatedSessions LINKED. */
    void endingWithLinked(Tx tx, SignIn signIn);
}
