package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.mfa.HalfDoneSignIns.HalfDone;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Bearer;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.SoftwareTokenMFANotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Who sets up an authenticator app: the bearer of an access token, or who is half-way through a sign-in that wants a
 * factor. The same for both halves of the set-up. Reference: auth 19.3.
 */
final class SoftwareTokenSetUp {
    private final Mfa mfa;
    private final Mfa.Collaborators with;
    private final HalfDoneSignIns signIns;
    private final ModelledAccess access;

    SoftwareTokenSetUp(Mfa mfa, Mfa.Collaborators with, HalfDoneSignIns signIns, OperationModel<?, ?> model) {
        this.mfa = mfa;
        this.with = with;
        this.signIns = signIns;
        this.access = new ModelledAccess(with.accessTokens(), model);
    }

    /** Who sets up. */
    sealed interface Person {
        User user();

        /** A user who is signed in. */
        record SignedIn(User user) implements Person {}

        /** A user who proved the first factor. */
        record Underway(HalfDone signIn) implements Person {
            @Override
            public User user() {
                return signIn.user();
            }
        }
    }

    /**
     * The person of a request; an access token counts before a session.
     *
     * @throws InvalidParameterException there is neither
     * @throws SoftwareTokenMFANotFoundException the pool takes no authenticator apps
     * @throws NotAuthorizedException the token or the session is not good
     */
    Person person(@Nullable String accessToken, @Nullable String session) {
        if (accessToken != null) {
            Bearer bearer = access.require(accessToken);
            requireTaken(bearer.client().pool());
            return new Person.SignedIn(bearer.user());
        }
        if (session == null) {
            throw new InvalidParameterException(Texts.NO_TOKEN_NO_SESSION);
        }
        HalfDone signIn = signIns.open(session);
        requireTaken(signIn.client().pool());
        return new Person.Underway(signIn);
    }

    private static void requireTaken(Pool pool) {
        if (!MfaFactor.SOFTWARE_TOKEN_MFA.isOf(pool)) {
            throw new SoftwareTokenMFANotFoundException(Texts.NO_SOFTWARE_TOKENS);
        }
    }

    /**
     * The user as this transaction sees it. Who is half-way through a sign-in may set up only what is missing: a factor
     * that is there already has to be asked for, not replaced.
     *
     * @throws NotAuthorizedException the user is gone, or has a factor meanwhile
     */
    User require(Tx tx, Person person) {
        User user = with.users().reload(tx, person.user());
        if (user == null) {
            throw new NotAuthorizedException(Texts.NO_USER);
        }
        if (person instanceof Person.Underway
                && !(mfa.decide(tx, with.pools().require(tx, user.pool()), user) instanceof MfaDecision.SetUp)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        return user;
    }

    /** The session that answers carry: the next one of a sign-in, null for who is signed in. */
    @Nullable String next(Tx tx, Person person, HalfDoneSignIns.Progress progress) {
        return switch (person) {
            case Person.SignedIn _ -> null;
            case Person.Underway(HalfDone signIn) -> signIns.next(tx, signIn, progress);
        };
    }
}
