package dev.cognate.tokens;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminUserGlobalSignOutRequest;
import dev.cognate.wire.model.AdminUserGlobalSignOutResponse;

/** Ends every sign-in of a user, through whatever client. Reference: auth 17. */
final class AdminUserGlobalSignOut implements Operation<AdminUserGlobalSignOutRequest, AdminUserGlobalSignOutResponse> {
    private final Store store;
    private final Pools pools;
    private final Users users;
    private final SignIns signIns;

    AdminUserGlobalSignOut(Tokens.Collaborators with, SignIns signIns) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.signIns = signIns;
    }

    @Override
    public AdminUserGlobalSignOutResponse run(AdminUserGlobalSignOutRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        User user = users.find(pool, request.username()).require();
        store.write(tx -> {
            signIns.endAll(tx, user.pool(), user.sub());
            return user;
        });
        return new AdminUserGlobalSignOutResponse();
    }
}
