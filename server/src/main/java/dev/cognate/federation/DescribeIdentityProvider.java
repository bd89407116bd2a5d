package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeIdentityProviderRequest;
import dev.cognate.wire.model.DescribeIdentityProviderResponse;

/** Shows an identity provider, all but its private key. Reference: oauth-config B9. */
final class DescribeIdentityProvider
        implements Operation<DescribeIdentityProviderRequest, DescribeIdentityProviderResponse> {
    private final IdentityProviders providers;
    private final Pools pools;

    DescribeIdentityProvider(IdentityProviders providers, Pools pools) {
        this.providers = providers;
        this.pools = pools;
    }

    @Override
    public DescribeIdentityProviderResponse run(DescribeIdentityProviderRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Provider found = providers.find(pool, request.providerName());
        if (found == null) {
            throw Texts.missing(request.providerName());
        }
        return new DescribeIdentityProviderResponse(found.shown());
    }
}
