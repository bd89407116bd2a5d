package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;

/**
 * Settles an answer that was found right: in one transaction the lock is looked at again, the session is used up, and
 * what follows from the answer is stored. Of many right answers to one session, one is settled.
 */
final class Settlement {
    private final Store store;
    private final Sessions sessions;
    private final Lockout lockout;

    Settlement(Ground ground) {
        this.store = ground.with().store();
        this.sessions = ground.sessions();
        this.lockout = ground.lockout();
    }

    /**
     * Settles an answer from which nothing follows that is stored.
     *
     * @throws Fault the user is locked by now, or the session was used
     */
    void settle(Session session) {
        store.write(tx -> {
            settle(tx, session);
            return true;
        });
    }

    /** What follows from an answer: the user as it is then. It may refuse by a fault, which undoes everything. */
    @FunctionalInterface
    interface Effect {
        User in(Tx tx);
    }

    /**
     * The same, with what follows from the answer.
     *
     * @throws Fault the user is locked by now, the session was used, or the effect refuses
     */
    User settle(Session session, Effect effect) {
        return store.write(tx -> {
            settle(tx, session);
            return effect.in(tx);
        });
    }

    /** The same in a transaction of the caller's. */
    void settle(Tx tx, Session session) {
        if (lockout.isLocked(tx, session.pool(), session.sub())) {
            throw Lockout.locked();
        }
        sessions.use(tx, session);
    }

    /** Uses a session up whose answer nothing counts, locked or not. */
    void useUp(Session session) {
        store.write(tx -> {
            sessions.use(tx, session);
            return true;
        });
    }

    /** What an attempt comes to. */
    enum Verdict {
        RIGHT,
        WRONG
    }

    /** Finds in the transaction itself out whether an answer is right. */
    @FunctionalInterface
    interface Proof {
        boolean holds(Tx tx);
    }

    /**
     * Settles an answer that can only be looked at in the transaction. A wrong one leaves the session good. A session that
     * was used is refused before its answer is looked at: the right answer, sent twice, is no wrong one.
     *
     * @throws Fault the user is locked by now, or the session was used
     */
    Verdict attempt(Session session, Proof proof) {
        return store.write(tx -> {
            if (lockout.isLocked(tx, session.pool(), session.sub())) {
                throw Lockout.locked();
            }
            sessions.requireUnused(tx, session);
            if (!proof.holds(tx)) {
                return Verdict.WRONG;
            }
            sessions.use(tx, session);
            return Verdict.RIGHT;
        });
    }
}
