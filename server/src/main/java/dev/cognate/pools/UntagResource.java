package dev.cognate.pools;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UntagResourceRequest;
import dev.cognate.wire.model.UntagResourceResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes tags from a pool; a key that it does not have is passed over. Reference: oauth-config B16. */
final class UntagResource implements Operation<UntagResourceRequest, UntagResourceResponse> {
    private final Pools pools;
    private final TaggedPool tagged;

    UntagResource(Pools pools, TaggedPool tagged) {
        this.pools = pools;
        this.tagged = tagged;
    }

    @Override
    public UntagResourceResponse run(UntagResourceRequest request, Call call) {
        pools.change(tagged.of(request.resourceArn(), call), before -> {
            Map<String, String> tags = new LinkedHashMap<>(TagRules.of(before));
            tags.keySet().removeAll(request.tagKeys());
            return before.toBuilder().userPoolTags(tags).build();
        });
        return new UntagResourceResponse();
    }
}
