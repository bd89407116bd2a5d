package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.triggers.PostConfirmationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.Concealment;
import dev.cognate.verification.SecretHashes;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.ConfirmSignUpRequest;
import dev.cognate.wire.model.ConfirmSignUpResponse;

/** Confirms a sign-up with the code that the user received. Reference: lifecycle E2. */
final class ConfirmSignUp implements Operation<ConfirmSignUpRequest, ConfirmSignUpResponse> {
    private final Clients clients;
    private final Users users;
    private final Confirmation confirmation;
    private final Concealment concealment;
    private final Triggers triggers;

    ConfirmSignUp(Signup.Collaborators with) {
        this.clients = with.clients();
        this.users = with.users();
        this.confirmation = new Confirmation(with.store(), with.users(), with.codes(), with.clock());
        this.concealment = with.concealment();
        this.triggers = with.triggers();
    }

    @Override
    public ConfirmSignUpResponse run(ConfirmSignUpRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Lookup lookup = users.find(client.pool(), request.username());
        SecretHashes.check(client, request.username(), lookup, request.secretHash());
        return confirm(client, lookup, request, call);
    }

    /** Confirms once the client is known to be the one that it says. */
    ConfirmSignUpResponse confirm(Client client, ConfirmSignUpRequest request, Call call) {
        return confirm(client, users.find(client.pool(), request.username()), request, call);
    }

    private ConfirmSignUpResponse confirm(Client client, Lookup lookup, ConfirmSignUpRequest request, Call call) {
        return switch (lookup) {
            case Lookup.Found(User user) when user.enabled() -> confirm(client, user, request, call);
            case Lookup.Found _ when !client.concealsUsers() -> throw new NotAuthorizedException(Texts.DISABLED);
            case Lookup.Absent _ when !client.concealsUsers() -> throw new UserNotFoundException(Texts.NO_SUCH_USER);
            case Lookup.Found _, Lookup.Absent _ -> throw refuse(client, request);
        };
    }

    private ConfirmSignUpResponse confirm(Client client, User user, ConfirmSignUpRequest request, Call call) {
        boolean force = Boolean.TRUE.equals(request.forceAliasCreation());
        User confirmed = confirmation.confirm(client, user, request.confirmationCode(), force);
        // The user is confirmed by now, whatever the function answers (lifecycle I6).
        triggers.postConfirmation(
                client.pool().config().lambdaConfig(),
                Origins.of(client, confirmed.username(), call),
                PostConfirmationSource.CONFIRM_SIGN_UP,
                confirmed.eventAttributes(client.pool()),
                request.clientMetadata());
        return new ConfirmSignUpResponse(null);
    }

    private Fault refuse(Client client, ConfirmSignUpRequest request) {
        CodeKey key = concealment.key(client.pool(), request.username(), CodeKind.SIGN_UP);
        return concealment.refuse(key, request.confirmationCode());
    }
}
