package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.RespondToAuthChallengeRequest;
import dev.cognate.wire.model.RespondToAuthChallengeResponse;

/** Takes the answer to a challenge of a sign-in. Reference: auth 5. */
final class RespondToAuthChallenge implements Operation<RespondToAuthChallengeRequest, RespondToAuthChallengeResponse> {
    private final Clients clients;
    private final Randomness randomness;
    private final Answering answering;

    RespondToAuthChallenge(Signin.Collaborators with, Answering answering) {
        this.clients = with.clients();
        this.randomness = with.randomness();
        this.answering = answering;
    }

    @Override
    public RespondToAuthChallengeResponse run(RespondToAuthChallengeRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Step step = new Step(
                new SignInId(randomness.uuid()),
                client,
                Step.Place.CONTINUED_BY_USER,
                Parameters.of(request.challengeResponses()),
                request.session(),
                request.clientMetadata(),
                new Step.Context(request.userContextData(), request.analyticsMetadata(), call));
        return answering.answer(step, request.challengeName()).as(RespondToAuthChallengeResponse::new);
    }
}
