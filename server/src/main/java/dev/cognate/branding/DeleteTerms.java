package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteTermsRequest;

/** Deletes terms; pages link them no more. Reference: oauth-config B12. */
final class DeleteTerms implements Operation<DeleteTermsRequest, NoOutput> {
    private final Branding.Collaborators with;

    DeleteTerms(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public NoOutput run(DeleteTermsRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        if (!with.store().write(tx -> TermsTable.delete(tx, pool, request.termsId()))) {
            throw Texts.noTerms();
        }
        return new NoOutput();
    }
}
