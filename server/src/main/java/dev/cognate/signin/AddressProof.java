package dev.cognate.signin;

import dev.cognate.directory.NameKind;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What a code that came back proves beside the sign-in: that the address is the user's. It is verified then, or the user
 * gets it, and a user who has not confirmed yet has confirmed. Reference: auth 4.5, 6.3, 6.6.
 */
final class AddressProof {
    private final Mfa mfa;
    private final Users users;
    private final InstantSource clock;
    private final SentCodes codes;

    AddressProof(Ground ground, SentCodes codes) {
        this.mfa = ground.with().factors().mfa();
        this.users = ground.with().users();
        this.clock = ground.with().clock();
        this.codes = codes;
    }

    /**
     * Stores what a right code proves, in the transaction that uses it up.
     *
     * @param seen the user as it was found
     * @return the user as it is now
     * @throws CodeMismatchException the address has become another one, of which nothing is proved
     * @throws NotAuthorizedException the user gave the address in place of a factor, and has got another one meanwhile
     */
    User prove(Tx tx, Pool pool, User seen, Session.SentCode sent) {
        User user = users.reload(tx, seen);
        String address = user == null ? null : address(user, sent);
        if (user == null || address == null || !codes.wentTo(sent, address)) {
            throw SentCodes.wrong();
        }
        requireFactorless(tx, pool, user, sent);
        Instant now = clock.instant();
        User given = sent.given() == null ? user : user.withAttribute(sent.attribute(), address, now);
        User verified = given.withAttribute(sent.attribute() + "_verified", "true", now);
        NameKind taken = users.rename(tx, pool, user, verified);
        // Where another user has the address as an alias, it proves nothing about whose that is.
        User proved = taken == null ? verified : user;
        User confirmed = sent.firstFactor() && proved.status() == UserStatus.UNCONFIRMED
                ? proved.after(new StatusChange.SignUpConfirmed(), now)
                : proved;
        if (!confirmed.equals(user)) {
            users.save(tx, user, confirmed);
        }
        return confirmed;
    }

    /** An address is given on the way by who has no factor: who has got one meanwhile is to be asked for it. */
    private void requireFactorless(Tx tx, Pool pool, User user, Session.SentCode sent) {
        boolean given = sent.given() != null && user.attribute(sent.attribute()) == null;
        if (given && !(mfa.decide(tx, pool, user) instanceof MfaDecision.SetUp)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
    }

    private static @Nullable String address(User user, Session.SentCode sent) {
        String present = user.attribute(sent.attribute());
        return present == null ? sent.given() : present;
    }
}
