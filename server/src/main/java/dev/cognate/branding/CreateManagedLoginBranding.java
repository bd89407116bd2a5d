package dev.cognate.branding;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ManagedLoginBrandingExistsException;
import dev.cognate.wire.model.CreateManagedLoginBrandingRequest;
import dev.cognate.wire.model.CreateManagedLoginBrandingResponse;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import java.time.Instant;

/** Gives a client its managed login pages; a client has one branding. Reference: oauth-config B11. */
final class CreateManagedLoginBranding
        implements Operation<CreateManagedLoginBrandingRequest, CreateManagedLoginBrandingResponse> {
    private final Branding.Collaborators with;

    CreateManagedLoginBranding(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public CreateManagedLoginBrandingResponse run(CreateManagedLoginBrandingRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        Look look = new Look(request.useCognitoProvidedValues(), request.settings(), request.assets());
        look.check();
        if (!look.isDecided()) {
            throw new InvalidParameterException(Texts.VALUES_OR_SETTINGS);
        }
        ManagedLoginBrandingType branding = look.on(blank(pool));
        boolean added = with.store().write(tx -> {
            with.clients().require(tx, pool, new ClientId(request.clientId()));
            return BrandingsTable.insert(tx, pool, request.clientId(), branding);
        });
        if (!added) {
            throw new ManagedLoginBrandingExistsException(Texts.BRANDING_EXISTS);
        }
        return new CreateManagedLoginBrandingResponse(branding);
    }

    private ManagedLoginBrandingType blank(PoolId pool) {
        Instant now = with.now();
        return ManagedLoginBrandingType.builder()
                .managedLoginBrandingId(with.randomness().randomUuid())
                .userPoolId(pool.value())
                .creationDate(now)
                .lastModifiedDate(now)
                .build();
    }
}
