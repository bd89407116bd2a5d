package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminInitiateAuthRequest;
import dev.cognate.wire.model.AdminInitiateAuthResponse;

/** Begins a sign-in for a user, on a server that the user trusts with the password. Reference: auth 3. */
final class AdminInitiateAuth implements Operation<AdminInitiateAuthRequest, AdminInitiateAuthResponse> {
    private final Pools pools;
    private final Clients clients;
    private final Randomness randomness;
    private final Beginning beginning;

    AdminInitiateAuth(Signin.Collaborators with, Beginning beginning) {
        this.pools = with.pools();
        this.clients = with.clients();
        this.randomness = with.randomness();
        this.beginning = beginning;
    }

    @Override
    public AdminInitiateAuthResponse run(AdminInitiateAuthRequest request, Call call) {
        Client client = clients.require(
                pools.require(new PoolId(request.userPoolId()), call), new ClientId(request.clientId()));
        Step step = new Step(
                new SignInId(randomness.uuid()),
                client,
                Step.Place.BEGUN_BY_ADMINISTRATOR,
                Parameters.of(request.authParameters()),
                request.session(),
                request.clientMetadata(),
                Step.Context.of(request.contextData(), request.analyticsMetadata(), call));
        return beginning.begin(step, request.authFlow()).as(AdminInitiateAuthResponse::new);
    }
}
