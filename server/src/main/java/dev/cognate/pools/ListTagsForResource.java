package dev.cognate.pools;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListTagsForResourceRequest;
import dev.cognate.wire.model.ListTagsForResourceResponse;

/** Shows the tags of a pool as they are in the store now. Reference: oauth-config B16. */
final class ListTagsForResource implements Operation<ListTagsForResourceRequest, ListTagsForResourceResponse> {
    private final Pools pools;
    private final TaggedPool tagged;

    ListTagsForResource(Pools pools, TaggedPool tagged) {
        this.pools = pools;
        this.tagged = tagged;
    }

    @Override
    public ListTagsForResourceResponse run(ListTagsForResourceRequest request, Call call) {
        Pool pool = pools.load(tagged.of(request.resourceArn(), call));
        return new ListTagsForResourceResponse(TagRules.of(pool.config()));
    }
}
