package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.DeleteUserPoolRequest;
import dev.cognate.wire.model.DeletionProtectionType;
import dev.cognate.wire.model.UserPoolType;

/** Deletes a pool with all its clients and users, unless it is protected or has a domain. Reference: oauth-config B4. */
final class DeleteUserPool implements Operation<DeleteUserPoolRequest, NoOutput> {
    private final Pools pools;

    DeleteUserPool(Pools pools) {
        this.pools = pools;
    }

    @Override
    public NoOutput run(DeleteUserPoolRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        pools.delete(id, DeleteUserPool::check);
        return new NoOutput();
    }

    private static void check(UserPoolType pool) {
        if (pool.deletionProtection() == DeletionProtectionType.ACTIVE) {
            throw new InvalidParameterException(Texts.DELETION_PROTECTED);
        }
        if (pool.domain() != null || pool.customDomain() != null) {
            throw new InvalidParameterException(Texts.DOMAIN_ATTACHED);
        }
    }
}
