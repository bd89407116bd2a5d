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
import dev.cognate.verification.Overtaken;
import dev.cognate.verification.SecretHashes;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.ConfirmSignUpRequest;
import dev.cognate.wire.model.ConfirmSignUpResponse;
import org.jspecify.annotations.Nullable;

/** Confirms a sign-up with the code that the user received. Reference: lifecycle E2. */
final class ConfirmSignUp implements Operation<ConfirmSignUpRequest, ConfirmSignUpResponse> {
    private final Clients clients;
    private final Users users;
    private final Confirmation confirmation;
    private final Concealment concealment;
    private final Triggers triggers;
    private final SignUpSessions sessions;

    ConfirmSignUp(Signup.Collaborators with) {
        this.clients = with.clients();
        this.users = with.users();
        this.confirmation = new Confirmation(with.store(), with.users(), with.codes(), with.clock());
        this.concealment = with.concealment();
        this.triggers = with.triggers();
        this.sessions = with.sessions();
    }

    @Override
    public ConfirmSignUpResponse run(ConfirmSignUpRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Lookup lookup = users.find(client.pool(), request.username());
        SecretHashes.check(client, request.username(), lookup, request.secretHash());
        requireOwn(request.session(), client, lookup);
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
        User confirmed;
        try {
            confirmed = confirmation.confirm(client.pool(), user, request.confirmationCode(), force);
        } catch (Overtaken late) {
            throw client.concealsUsers() ? refuse(client, request) : late.fault();
        }
        // The user is confirmed by now, whatever the function answers (lifecycle I6).
        triggers.postConfirmation(
                client.pool().config().lambdaConfig(),
                Origins.of(client, confirmed.username(), call),
                PostConfirmationSource.CONFIRM_SIGN_UP,
                confirmed.eventAttributes(client.pool()),
                request.clientMetadata());
        return new ConfirmSignUpResponse(next(request.session(), client, confirmed));
    }

    /** A name without a user has no session: it is refused like that of another user. */
    private void requireOwn(@Nullable String session, Client client, Lookup lookup) {
        if (session == null) {
            return;
        }
        SignUpSessions.Opened opened = sessions.open(session, SignUpSessions.Stage.SIGNED_UP);
        if (opened == null
                || !(lookup instanceof Lookup.Found(User user))
                || !opened.isOf(client, user.sub())) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
    }

    /** Who took longer than a session lives to find the code is confirmed all the same, and signs in as always. */
    private @Nullable String next(@Nullable String session, Client client, User confirmed) {
        SignUpSessions.Opened opened = session == null ? null : sessions.open(session, SignUpSessions.Stage.SIGNED_UP);
        return opened == null || sessions.isOver(opened)
                ? null
                : sessions.begin(client, confirmed.sub(), SignUpSessions.Stage.CONFIRMED);
    }

    private Fault refuse(Client client, ConfirmSignUpRequest request) {
        CodeKey key = concealment.key(client.pool(), request.username(), CodeKind.SIGN_UP);
        return concealment.refuse(key, request.confirmationCode());
    }
}
