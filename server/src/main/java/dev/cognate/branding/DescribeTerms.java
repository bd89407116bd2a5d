package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeTermsRequest;
import dev.cognate.wire.model.DescribeTermsResponse;
import dev.cognate.wire.model.TermsType;

/** Shows terms by their id. Reference: oauth-config B12. */
final class DescribeTerms implements Operation<DescribeTermsRequest, DescribeTermsResponse> {
    private final Branding.Collaborators with;

    DescribeTerms(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public DescribeTermsResponse run(DescribeTermsRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        TermsType terms = with.store().read(tx -> TermsTable.find(tx, pool, request.termsId()));
        if (terms == null) {
            throw Texts.noTerms();
        }
        return new DescribeTermsResponse(terms);
    }
}
