package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ResourceNotFoundException;

/** The pool that a ResourceArn names; pools are all that can be tagged. Reference: oauth-config B16. */
final class TaggedPool {
    private static final String RESOURCE = "userpool/";

    private final PoolSettings settings;

    TaggedPool(PoolSettings settings) {
        this.settings = settings;
    }

    /**
     * The id of the pool.
     *
     * @throws InvalidParameterException the ARN is not that of a pool
     * @throws ResourceNotFoundException it is of another account or region than the request
     */
    PoolId of(String text, Call call) {
        Arn arn = Arn.of(text);
        String resource = text.split(":", 6)[5];
        if (!arn.service().equals("cognito-idp") || !resource.startsWith(RESOURCE)) {
            throw new InvalidParameterException(Texts.NOT_A_POOL_ARN);
        }
        PoolId id = new PoolId(resource.substring(RESOURCE.length()));
        boolean here = arn.account().equals(settings.account())
                && arn.region().equals(call.region())
                && id.region().equals(call.region());
        if (!here) {
            throw new ResourceNotFoundException(Texts.missing(id));
        }
        return id;
    }
}
