package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Page;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.ListIdentityProvidersRequest;
import dev.cognate.wire.model.ListIdentityProvidersResponse;
import dev.cognate.wire.model.ProviderDescription;

/** Lists name, type and dates of a pool's identity providers by name, at most 60 a page. Reference: oauth-config B9, B17. */
final class ListIdentityProviders implements Operation<ListIdentityProvidersRequest, ListIdentityProvidersResponse> {
    private static final String NAME = "ListIdentityProviders";

    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    ListIdentityProviders(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    @Override
    public ListIdentityProvidersResponse run(ListIdentityProvidersRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        String token = request.nextToken();
        String after = token == null ? "" : tokens.position(NAME, pool.value(), token);
        int size = Page.size(request.maxResults());
        Page<IdentityProviderType> page =
                Page.of(store.read(tx -> ProvidersTable.page(tx, pool, after, size + 1)), size);
        return new ListIdentityProvidersResponse(
                page.items().stream().map(ListIdentityProviders::shown).toList(),
                page.next(last -> tokens.issue(NAME, pool.value(), String.valueOf(last.providerName()))));
    }

    private static ProviderDescription shown(IdentityProviderType provider) {
        return new ProviderDescription(
                provider.providerName(), provider.providerType(), provider.lastModifiedDate(), provider.creationDate());
    }
}
