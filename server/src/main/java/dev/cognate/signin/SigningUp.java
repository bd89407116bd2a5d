package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.signup.SignUpSessions;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The end of signing up, at USER_AUTH: the session of ConfirmSignUp says that the user has just proved an address by code.
 * That is as good as a code for this sign-in, where one would do. Otherwise the user chooses as always. Reference: auth
 * 4.5, lifecycle E2.
 */
final class SigningUp {
    private final SignUpSessions signUps;
    private final Users users;
    private final Sessions sessions;
    private final Settlement settlement;

    SigningUp(Ground ground) {
        this.signUps = ground.with().factors().signUps();
        this.users = ground.with().users();
        this.sessions = ground.sessions();
        this.settlement = new Settlement(ground);
    }

    /**
     * The user whom the request's session of signing up proves; null where it has none, or a code would not do.
     *
     * @param available what the user may choose from
     * @throws NotAuthorizedException the session is not of this client and user, is over or was used
     */
    @Nullable User proved(Step step, Claimant claimant, List<ChallengeNameType> available) {
        if (step.session() == null) {
            return null;
        }
        Session session = require(step, step.session(), claimant);
        if (!(claimant instanceof Claimant.Known(User user)) || !isEnough(user, available)) {
            return null;
        }
        return settlement.settle(session, tx -> reload(tx, user, available));
    }

    private Session require(Step step, String text, Claimant claimant) {
        SignUpSessions.Opened opened = signUps.open(text, SignUpSessions.Stage.CONFIRMED);
        if (opened == null || !opened.isOf(step.client(), claimant.id())) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        // From here on it is a session like others: it has a time, and is used up once.
        Session session = new Session(
                opened.id(),
                step.id(),
                opened.pool(),
                opened.client(),
                opened.sub(),
                ChallengeNameType.SELECT_CHALLENGE,
                opened.expires(),
                Session.Carried.NOTHING);
        sessions.requireUnused(session);
        return session;
    }

    /** A code would do, and to an address that is proved already. */
    private static boolean isEnough(User user, List<ChallengeNameType> available) {
        return available.stream().filter(Choices::isCode).anyMatch(code -> "true"
                .equals(user.attribute(Choices.attribute(code) + "_verified")));
    }

    private User reload(Tx tx, User seen, List<ChallengeNameType> available) {
        User user = users.reload(tx, seen);
        if (user == null || !isEnough(user, available)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        return user;
    }
}
