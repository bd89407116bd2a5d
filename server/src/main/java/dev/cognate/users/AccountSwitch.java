package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.tokens.SignIns;
import dev.cognate.wire.fault.UserNotFoundException;
import java.time.InstantSource;

/** Enables and disables users. Turning what is turned already changes nothing but the date. Reference: lifecycle F9. */
final class AccountSwitch {
    private final Store store;
    private final Users users;
    private final SignIns signIns;
    private final InstantSource clock;

    AccountSwitch(UserOperations.Collaborators with) {
        this.store = with.store();
        this.users = with.users();
        this.signIns = with.tokens().signIns();
        this.clock = with.clock();
    }

    /**
     * Turns an account on or off; off ends its sign-ins in the same transaction.
     *
     * @throws UserNotFoundException nobody goes by that name
     */
    void turn(Pool pool, String username, boolean enabled) {
        boolean turned = switch (users.find(pool, username)) {
            case Lookup.Found(User user) -> turn(user, enabled);
            case Lookup.Absent _ -> false;
        };
        if (!turned) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
    }

    private boolean turn(User seen, boolean enabled) {
        return store.write(tx -> {
            User user = users.reload(tx, seen);
            if (user == null) {
                return false;
            }
            users.save(tx, user, user.withEnabled(enabled, clock.instant()));
            if (!enabled) {
                signIns.endAll(tx, user.pool(), user.sub());
            }
            return true;
        });
    }
}
