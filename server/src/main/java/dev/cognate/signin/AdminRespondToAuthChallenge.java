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
import dev.cognate.wire.model.AdminRespondToAuthChallengeRequest;
import dev.cognate.wire.model.AdminRespondToAuthChallengeResponse;

/** Takes the answer to a challenge of a sign-in, from a server of the pool's owner. Reference: auth 5. */
final class AdminRespondToAuthChallenge
        implements Operation<AdminRespondToAuthChallengeRequest, AdminRespondToAuthChallengeResponse> {
    private final Pools pools;
    private final Clients clients;
    private final Randomness randomness;
    private final Answering answering;

    AdminRespondToAuthChallenge(Signin.Collaborators with, Answering answering) {
        this.pools = with.pools();
        this.clients = with.clients();
        this.randomness = with.randomness();
        this.answering = answering;
    }

    @Override
    public AdminRespondToAuthChallengeResponse run(AdminRespondToAuthChallengeRequest request, Call call) {
        Client client = clients.require(
                pools.require(new PoolId(request.userPoolId()), call), new ClientId(request.clientId()));
        Step step = new Step(
                new SignInId(randomness.uuid()),
                client,
                Step.Place.CONTINUED_BY_ADMINISTRATOR,
                Parameters.of(request.challengeResponses()),
                request.session(),
                request.clientMetadata(),
                Step.Context.of(request.contextData(), request.analyticsMetadata(), call));
        return answering.answer(step, request.challengeName()).as(AdminRespondToAuthChallengeResponse::new);
    }
}
