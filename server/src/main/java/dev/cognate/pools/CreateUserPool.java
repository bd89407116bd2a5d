package dev.cognate.pools;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.CreateUserPoolResponse;
import dev.cognate.wire.model.UserPoolType;
import java.util.Map;

/**
 * Creates a pool in the region of the request, with an id of its own or with the one that its tag {@code cognate:id}
 * names. Reference: oauth-config B1, B2.
 */
final class CreateUserPool implements Operation<CreateUserPoolRequest, CreateUserPoolResponse> {
    private final Pools pools;
    private final Randomness randomness;

    CreateUserPool(Pools pools, Randomness randomness) {
        this.pools = pools;
        this.randomness = randomness;
    }

    @Override
    public CreateUserPoolResponse run(CreateUserPoolRequest request, Call call) {
        PoolRules.checkRegion(call.region());
        Map<String, String> tags = request.userPoolTags();
        String chosen = tags == null ? null : tags.get(PoolRules.ID_TAG);
        Pool created = chosen == null ? createAnew(call.region(), request) : createAs(chosen, call.region(), request);
        UserPoolType shown =
                created.config().toBuilder().estimatedNumberOfUsers(0).build();
        return new CreateUserPoolResponse(shown);
    }

    private Pool createAnew(String region, CreateUserPoolRequest request) {
        Pool created = null;
        while (created == null) {
            created = pools.createUnlessTaken(new PoolId(region + "_" + randomness.poolSuffix()), request);
        }
        return created;
    }

    private Pool createAs(String chosen, String region, CreateUserPoolRequest request) {
        PoolRules.checkId(chosen, region);
        Pool created = pools.createPinned(new PoolId(chosen), request);
        if (created == null) {
            throw new InvalidParameterException(Texts.taken(chosen));
        }
        return created;
    }
}
