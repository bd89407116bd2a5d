package dev.cognate.domains;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CustomDomainConfigType;
import dev.cognate.wire.model.DomainDescriptionType;
import dev.cognate.wire.model.UpdateUserPoolDomainRequest;
import dev.cognate.wire.model.UpdateUserPoolDomainResponse;

/**
 * Changes the version of a domain's pages, the certificate of a custom one, and its routing; what the request leaves out
 * keeps its value. Reference: oauth-config B7.
 */
final class UpdateUserPoolDomain implements Operation<UpdateUserPoolDomainRequest, UpdateUserPoolDomainResponse> {
    private final Store store;
    private final Pools pools;

    UpdateUserPoolDomain(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public UpdateUserPoolDomainResponse run(UpdateUserPoolDomainRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        DomainName name = DomainName.of(pool.region(), request.domain());
        pools.requireRegion(pool, call);
        Domain changed = store.write(tx -> change(tx, pool, name, request));
        return new UpdateUserPoolDomainResponse(
                changed.managedLoginVersion(),
                changed.alias(),
                changed.description().routing());
    }

    private Domain change(Tx tx, PoolId pool, DomainName name, UpdateUserPoolDomainRequest request) {
        Domain before = Given.require(tx, pool, name);
        DomainRules.checkVersion(request.managedLoginVersion(), pools.require(tx, pool));
        DomainDescriptionType.Builder changed = before.description().toBuilder();
        CustomDomainConfigType certificate = request.customDomainConfig();
        if (certificate != null) {
            if (!name.isCustom()) {
                throw new InvalidParameterException(Texts.PREFIX_WITH_CERTIFICATE);
            }
            DomainRules.checkCertificate(certificate);
            changed.customDomainConfig(certificate);
        }
        if (request.managedLoginVersion() != null) {
            changed.managedLoginVersion(request.managedLoginVersion());
        }
        if (request.routing() != null) {
            changed.routing(request.routing());
        }
        Domain after = new Domain(pool, changed.build());
        DomainsTable.update(tx, name, after);
        return after;
    }
}
