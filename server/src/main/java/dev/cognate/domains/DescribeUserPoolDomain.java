package dev.cognate.domains;

import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeUserPoolDomainRequest;
import dev.cognate.wire.model.DescribeUserPoolDomainResponse;
import dev.cognate.wire.model.DomainDescriptionType;

/**
 * Shows a domain of a pool in the request's region. An unknown one is no error but an empty description: clients wait
 * for it after a deletion. Reference: oauth-config B7, B20.
 */
final class DescribeUserPoolDomain implements Operation<DescribeUserPoolDomainRequest, DescribeUserPoolDomainResponse> {
    private static final DomainDescriptionType NOTHING =
            DomainDescriptionType.builder().build();

    private final Store store;

    DescribeUserPoolDomain(Store store) {
        this.store = store;
    }

    @Override
    public DescribeUserPoolDomainResponse run(DescribeUserPoolDomainRequest request, Call call) {
        Domain found = store.read(tx -> DomainsTable.find(tx, DomainName.of(call.region(), request.domain())));
        if (found == null || !found.pool().region().equals(call.region())) {
            return new DescribeUserPoolDomainResponse(NOTHING);
        }
        return new DescribeUserPoolDomainResponse(found.description());
    }
}
