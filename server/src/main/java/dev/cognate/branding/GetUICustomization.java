package dev.cognate.branding;

import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUICustomizationRequest;
import dev.cognate.wire.model.GetUICustomizationResponse;
import dev.cognate.wire.model.UICustomizationType;

/**
 * Shows style sheet and logo of the classic pages: the client's own, else those of all clients; an empty structure when
 * there are none. Reference: oauth-config B11.
 */
final class GetUICustomization implements Operation<GetUICustomizationRequest, GetUICustomizationResponse> {
    private final Branding branding;
    private final Branding.Collaborators with;

    GetUICustomization(Branding branding, Branding.Collaborators with) {
        this.branding = branding;
        this.with = with;
    }

    @Override
    public GetUICustomizationResponse run(GetUICustomizationRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        String client = request.clientId() == null ? UiCustomization.ALL : request.clientId();
        if (!client.equals(UiCustomization.ALL)) {
            Clients clients = with.clients();
            with.store().read(tx -> clients.require(tx, pool, new ClientId(client)));
        }
        UiCustomization found = branding.uiCustomization(pool, client);
        return new GetUICustomizationResponse(
                found == null
                        ? UICustomizationType.builder().build()
                        : found.shown(with.publicUrl().get()));
    }
}
