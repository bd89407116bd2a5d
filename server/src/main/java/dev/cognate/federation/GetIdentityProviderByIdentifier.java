package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetIdentityProviderByIdentifierRequest;
import dev.cognate.wire.model.GetIdentityProviderByIdentifierResponse;

/** Shows the identity provider that one of its identifiers means. Reference: oauth-config B9. */
final class GetIdentityProviderByIdentifier
        implements Operation<GetIdentityProviderByIdentifierRequest, GetIdentityProviderByIdentifierResponse> {
    private final IdentityProviders providers;
    private final Pools pools;

    GetIdentityProviderByIdentifier(IdentityProviders providers, Pools pools) {
        this.providers = providers;
        this.pools = pools;
    }

    @Override
    public GetIdentityProviderByIdentifierResponse run(GetIdentityProviderByIdentifierRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Provider found = providers.byIdentifier(pool, request.idpIdentifier());
        if (found == null) {
            throw Texts.missing(request.idpIdentifier());
        }
        return new GetIdentityProviderByIdentifierResponse(found.shown());
    }
}
