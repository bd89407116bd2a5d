package dev.cognate.users;

import dev.cognate.codes.Codes;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminDeleteUserRequest;

/** Deletes a user of any status; its username and aliases are free at once. Reference: lifecycle F8. */
final class AdminDeleteUser implements Operation<AdminDeleteUserRequest, NoOutput> {
    private final Store store;
    private final Pools pools;
    private final Users users;
    private final Consequences consequences;

    /** What becomes of a user's belongings in other rooms. */
    record Consequences(Codes codes, UserEvents events) {
        void follow(Tx tx, User user) {
            codes.forget(tx, user.pool(), user.sub());
            events.forget(tx, user.pool(), user.sub());
        }
    }

    AdminDeleteUser(Store store, Pools pools, Users users, Consequences consequences) {
        this.store = store;
        this.pools = pools;
        this.users = users;
        this.consequences = consequences;
    }

    @Override
    public NoOutput run(AdminDeleteUserRequest request, Call call) {
        return switch (users.find(pools.require(new PoolId(request.userPoolId()), call), request.username())) {
            case Lookup.Found(User user) -> delete(user);
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }

    private NoOutput delete(User user) {
        boolean deleted = store.write(tx -> {
            consequences.follow(tx, user);
            return users.delete(tx, user);
        });
        if (!deleted) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        return new NoOutput();
    }
}
