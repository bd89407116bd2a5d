package dev.cognate.pools;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.TagResourceRequest;
import dev.cognate.wire.model.TagResourceResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds tags to a pool; a key that it has gets the new value. Reference: oauth-config B16. */
final class TagResource implements Operation<TagResourceRequest, TagResourceResponse> {
    private final Pools pools;
    private final TaggedPool tagged;

    TagResource(Pools pools, TaggedPool tagged) {
        this.pools = pools;
        this.tagged = tagged;
    }

    @Override
    public TagResourceResponse run(TagResourceRequest request, Call call) {
        pools.change(tagged.of(request.resourceArn(), call), before -> {
            Map<String, String> tags = new LinkedHashMap<>(TagRules.of(before));
            tags.putAll(request.tags());
            TagRules.checkTagging(request.tags(), tags);
            return before.toBuilder().userPoolTags(tags).build();
        });
        return new TagResourceResponse();
    }
}
