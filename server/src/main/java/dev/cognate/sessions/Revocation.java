package dev.cognate.sessions;

import dev.cognate.directory.User;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.RevokeAssociatedSessionsType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a session before its time, for users and administrators. Reference: newer. */
final class Revocation {
    private final Sessions sessions;

    Revocation(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Ends a session, and with LINKED those that belong to it: the SSO session that a token session came from, the token
     * sessions that came from an SSO session.
     *
     * @param associated what happens to those, null for nothing
     * @param current the sign-in of whoever asks, which stays; null for an administrator
     * @throws ResourceNotFoundException the user has no such session
     * @throws InvalidParameterException the sign-in of whoever asks would end
     */
    void revoke(
            Tx tx,
            User user,
            String id,
            @Nullable RevokeAssociatedSessionsType associated,
            @Nullable SignInId current) {
        List<Session> active = sessions.active(tx, user.pool(), user.sub());
        Session session = active.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(Texts.NO_SESSION));
        boolean linked = associated == RevokeAssociatedSessionsType.LINKED;
        List<Session> ending = active.stream()
                .filter(each -> each.equals(session) || (linked && areLinked(each, session)))
                .toList();
        if (current != null && ending.stream().anyMatch(each -> current.equals(each.signIn()))) {
            throw new InvalidParameterException(Texts.OWN_SESSION);
        }
        ending.forEach(each -> sessions.end(tx, each));
    }

    private static boolean areLinked(Session one, Session other) {
        return one.id().equals(other.origin()) || other.id().equals(one.origin());
    }
}
