package dev.cognate.sessions;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.SessionDescriptionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one page of a user's sessions, for users and administrators. Reference: newer. */
final class SessionList {
    private static final int PAGE = 125;

    private SessionList() {}

    /** Refuses a token: there is one page, so none was ever issued. */
    static void requireFirstPage(@Nullable String token) {
        if (token != null) {
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
    }

    /**
     * The sessions that stand, at most 125, the one that was active last first.
     *
     * @param current the sign-in of whoever looks, null for an administrator
     */
    static List<SessionDescriptionType> of(Store store, Sessions sessions, User user, @Nullable SignInId current) {
        return store.read(tx -> {
            requireTracking(tx, user.pool());
            return sessions.active(tx, user.pool(), user.sub()).stream()
                    .limit(PAGE)
                    .map(each -> each.shown(current))
                    .toList();
        });
    }

    /**
     * Refuses a pool that does not track sessions.
     *
     * @throws InvalidParameterException it does not
     */
    static void requireTracking(Tx tx, PoolId pool) {
        if (!SessionSettings.tracked(tx, pool)) {
            throw new InvalidParameterException(Texts.NOT_TRACKED);
        }
    }
}
