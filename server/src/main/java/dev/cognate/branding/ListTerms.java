package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Page;
import dev.cognate.pools.PageTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListTermsRequest;
import dev.cognate.wire.model.ListTermsResponse;
import dev.cognate.wire.model.TermsDescriptionType;
import dev.cognate.wire.model.TermsType;

/** Lists the terms of a pool by id, at most 60 a page, without their links. Reference: oauth-config B12, B17. */
final class ListTerms implements Operation<ListTermsRequest, ListTermsResponse> {
    private static final String NAME = "ListTerms";

    private final Branding.Collaborators with;
    private final PageTokens tokens;

    ListTerms(Branding.Collaborators with) {
        this.with = with;
        this.tokens = with.tokens();
    }

    @Override
    public ListTermsResponse run(ListTermsRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        String token = request.nextToken();
        String after = token == null ? "" : tokens.position(NAME, pool.value(), token);
        int size = Page.size(request.maxResults());
        Page<TermsType> page = Page.of(with.store().read(tx -> TermsTable.page(tx, pool, after, size + 1)), size);
        return new ListTermsResponse(
                page.items().stream().map(ListTerms::shown).toList(),
                page.next(last -> tokens.issue(NAME, pool.value(), last.termsId())));
    }

    private static TermsDescriptionType shown(TermsType terms) {
        return new TermsDescriptionType(
                terms.termsId(),
                terms.termsName(),
                terms.enforcement(),
                terms.creationDate(),
                terms.lastModifiedDate());
    }
}
