package dev.cognate.branding;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.TermsExistsException;
import dev.cognate.wire.model.CreateTermsRequest;
import dev.cognate.wire.model.CreateTermsResponse;
import dev.cognate.wire.model.TermsType;
import java.time.Instant;
import java.util.Map;

/** Gives a client terms of use or a privacy policy; it has one of each. Reference: oauth-config B12. */
final class CreateTerms implements Operation<CreateTermsRequest, CreateTermsResponse> {
    private final Branding.Collaborators with;

    CreateTerms(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public CreateTermsResponse run(CreateTermsRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        TermsRules.check(request.links());
        TermsType terms = terms(request);
        boolean added = with.store().write(tx -> {
            with.clients().require(tx, pool, new ClientId(request.clientId()));
            return TermsTable.insert(tx, pool, terms);
        });
        if (!added) {
            throw new TermsExistsException(Texts.TERMS_EXIST);
        }
        return new CreateTermsResponse(terms);
    }

    private TermsType terms(CreateTermsRequest request) {
        Instant now = with.now();
        Map<String, String> links = request.links();
        return new TermsType(
                with.randomness().randomUuid(),
                request.userPoolId(),
                request.clientId(),
                request.termsName(),
                request.termsSource(),
                request.enforcement(),
                links == null ? Map.of() : links,
                now,
                now);
    }
}
