package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.InitiateAuthRequest;
import dev.cognate.wire.model.InitiateAuthResponse;

/** Begins a sign-in. Reference: auth 3. */
final class InitiateAuth implements Operation<InitiateAuthRequest, InitiateAuthResponse> {
    private final Clients clients;
    private final Randomness randomness;
    private final Beginning beginning;

    InitiateAuth(Signin.Collaborators with, Beginning beginning) {
        this.clients = with.clients();
        this.randomness = with.randomness();
        this.beginning = beginning;
    }

    @Override
    public InitiateAuthResponse run(InitiateAuthRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Step step = new Step(
                new SignInId(randomness.uuid()),
                client,
                Step.Place.BEGUN_BY_USER,
                Parameters.of(request.authParameters()),
                request.session(),
                request.clientMetadata(),
                new Step.Context(request.userContextData(), request.analyticsMetadata(), call));
        return beginning.begin(step, request.authFlow()).as(InitiateAuthResponse::new);
    }
}
