package dev.cognate.branding;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeTermsByClientRequest;
import dev.cognate.wire.model.DescribeTermsByClientResponse;
import dev.cognate.wire.model.TermsType;

/** Shows the terms of a client by their name. Reference: newer. */
final class DescribeTermsByClient implements Operation<DescribeTermsByClientRequest, DescribeTermsByClientResponse> {
    private final Branding.Collaborators with;

    DescribeTermsByClient(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public DescribeTermsByClientResponse run(DescribeTermsByClientRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        TermsType terms = with.store().read(tx -> {
            with.clients().require(tx, pool, new ClientId(request.clientId()));
            return TermsTable.byName(tx, pool, request.clientId(), request.termsName());
        });
        if (terms == null) {
            throw Texts.noTerms();
        }
        return new DescribeTermsByClientResponse(terms);
    }
}
