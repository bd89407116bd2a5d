package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.TermsExistsException;
import dev.cognate.wire.model.TermsType;
import dev.cognate.wire.model.UpdateTermsRequest;
import dev.cognate.wire.model.UpdateTermsResponse;
import org.jspecify.annotations.Nullable;

/** Changes terms: what the request leaves out stays; links are replaced as a whole. Reference: oauth-config B12. */
final class UpdateTerms implements Operation<UpdateTermsRequest, UpdateTermsResponse> {
    private final Branding.Collaborators with;

    UpdateTerms(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public UpdateTermsResponse run(UpdateTermsRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        TermsRules.check(request.links());
        return new UpdateTermsResponse(with.store().write(tx -> change(tx, pool, request)));
    }

    private TermsType change(Tx tx, PoolId pool, UpdateTermsRequest request) {
        TermsType before = TermsTable.find(tx, pool, request.termsId());
        if (before == null) {
            throw Texts.noTerms();
        }
        TermsType after = changed(before, request);
        TermsType namesake = TermsTable.byName(tx, pool, after.clientId(), after.termsName());
        if (namesake != null && !namesake.termsId().equals(after.termsId())) {
            throw new TermsExistsException(Texts.TERMS_EXIST);
        }
        TermsTable.update(tx, pool, after);
        return after;
    }

    private TermsType changed(TermsType before, UpdateTermsRequest request) {
        return new TermsType(
                before.termsId(),
                before.userPoolId(),
                before.clientId(),
                or(request.termsName(), before.termsName()),
                or(request.termsSource(), before.termsSource()),
                or(request.enforcement(), before.enforcement()),
                or(request.links(), before.links()),
                before.creationDate(),
                with.now());
    }

    private static <T> T or(@Nullable T given, T kept) {
        return given == null ? kept : given;
    }
}
