package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.UserPoolType;
import java.time.Instant;
import java.util.List;

/**
 * Makes the first configuration of a pool. Reference: oauth-config B1, B2.
 *
 * @param account the account's id
 * @param now when the pool is created, in whole milliseconds
 */
record NewPool(String account, Instant now) {

    /**
     * The configuration that the request leads to.
     *
     * @throws dev.cognate.wire.Fault a rule refuses it
     */
    UserPoolType of(PoolId id, CreateUserPoolRequest request) {
        UserPoolType asked = AskedPool.of(request);
        List<SchemaAttributeType> requested = request.schema();
        List<SchemaAttributeType> schema = requested == null ? List.of() : requested;
        new PoolRules(account).checkNew(id.region(), asked, schema);
        return PoolDefaults.complete(asked).toBuilder()
                .id(id.value())
                .arn("arn:aws:cognito-idp:" + id.region() + ":" + account + ":userpool/" + id)
                .creationDate(now)
                .lastModifiedDate(now)
                .schemaAttributes(RequestedSchema.of(schema))
                .build();
    }
}
