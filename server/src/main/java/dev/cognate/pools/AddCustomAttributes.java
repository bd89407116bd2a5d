package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AddCustomAttributesRequest;
import dev.cognate.wire.model.AddCustomAttributesResponse;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.UserPoolType;
import java.util.List;

/** Adds attributes to a pool's schema, for good. Reference: lifecycle C2, oauth-config B2, B3. */
final class AddCustomAttributes implements Operation<AddCustomAttributesRequest, AddCustomAttributesResponse> {
    private final Pools pools;
    private final SchemaUse use;

    AddCustomAttributes(Pools pools, SchemaUse use) {
        this.pools = pools;
        this.use = use;
    }

    @Override
    public AddCustomAttributesResponse run(AddCustomAttributesRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        pools.change(id, use, (_, before) -> added(before.config(), request.customAttributes()));
        return new AddCustomAttributesResponse();
    }

    private static UserPoolType added(UserPoolType before, List<SchemaAttributeType> attributes) {
        List<SchemaAttributeType> stored = before.schemaAttributes();
        List<SchemaAttributeType> present = stored == null ? List.of() : stored;
        SchemaRules.checkAdded(attributes, Schema.of(present));
        return before.toBuilder()
                .schemaAttributes(RequestedSchema.with(present, attributes))
                .build();
    }
}
