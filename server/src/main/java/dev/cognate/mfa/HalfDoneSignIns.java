package dev.cognate.mfa;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.NotAuthorizedException;

/**
 * Sign-ins that wait for the user to set up a factor (MFA_SETUP), by the {@code Session} that their clients hold. The
 * room of sign-ins implements this; here it is used where a user sets up an authenticator app on the way. Reference:
 * auth 6.6, 8, 19.3.
 */
public interface HalfDoneSignIns {
    /** None: every session is refused. */
    HalfDoneSignIns NONE = new HalfDoneSignIns() {
        @Override
        public HalfDone open(String session) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }

        @Override
        public String next(Tx tx, HalfDone signIn, Progress progress) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
    };

    /**
     * A sign-in that waits.
     *
     * @param client through which client
     * @param user the user, who proved the first factor; as it was when the session was opened
     * @param session the session as the client sent it
     */
    record HalfDone(Client client, User user, String session) {

        /** Whose it is; the session is a secret. */
        @Override
        public String toString() {
            return "HalfDone[" + user + ", session=***]";
        }
    }

    /** How far the user came. */
    enum Progress {
        /** The user got a seed; the next session serves VerifySoftwareToken. */
        SEED_HANDED_OUT,
        /** A code of it was right; the next session answers MFA_SETUP. */
        TOKEN_VERIFIED
    }

    /**
     * The sign-in of a session. A session of any other challenge than MFA_SETUP is refused: it would let a user who holds
     * only a password put an authenticator app in the place of the one that is asked for.
     *
     * @throws NotAuthorizedException the session is not of this server or not for MFA_SETUP, has expired, or was used;
     *     or the user is gone or disabled
     */
    HalfDone open(String session);

    /**
     * Uses up the session and gives the next one, in the transaction of what the user achieved with it.
     *
     * @throws NotAuthorizedException another request used it first
     */
    String next(Tx tx, HalfDone signIn, Progress progress);
}
