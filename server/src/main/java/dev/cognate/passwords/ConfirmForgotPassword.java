package dev.cognate.passwords;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PostConfirmationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.CodeFaults;
import dev.cognate.verification.Concealment;
import dev.cognate.verification.SecretHashes;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.ConfirmForgotPasswordRequest;
import dev.cognate.wire.model.ConfirmForgotPasswordResponse;
import dev.cognate.wire.model.EventFilterType;
import dev.cognate.wire.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Sets a new password with the code that ForgotPassword sent. Only who has the right code makes the server work on a
 * password: the try is counted and the code looked at first, then the password is made ready, then code and password
 * change hands in one transaction, of which many with the same code win one. Reference: lifecycle E5.
 */
final class ConfirmForgotPassword implements Operation<ConfirmForgotPasswordRequest, ConfirmForgotPasswordResponse> {
    private static final StatusChange.Step CAUSE = new StatusChange.ForgottenPasswordReplaced();

    private final Store store;
    private final Clients clients;
    private final Users users;
    private final Codes codes;
    private final NewPasswords newPasswords;
    private final Concealment concealment;
    private final Triggers triggers;
    private final UserEvents events;
    private final Protection protection;

    ConfirmForgotPassword(PasswordOperations.Collaborators with) {
        this.store = with.store();
        this.clients = with.clients();
        this.users = with.users();
        this.codes = with.codes();
        this.newPasswords = with.newPasswords();
        this.concealment = with.concealment();
        this.triggers = with.triggers();
        this.events = with.events();
        this.protection = with.protection();
    }

    /** How a look at a try ends. A refusal is returned, not thrown: the try that was counted must stay. */
    private sealed interface Look {
        /** The code is right, for the user as it stood. */
        record Admitted(User user) implements Look {}

        record Refused(Fault fault) implements Look {}
    }

    @Override
    public ConfirmForgotPasswordResponse run(ConfirmForgotPasswordRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Lookup lookup = users.find(client.pool(), request.username());
        SecretHashes.check(client, request.username(), lookup, request.secretHash());
        return switch (lookup) {
            case Lookup.Found(User user) when user.enabled() -> confirm(client, user, request, call);
            case Lookup.Found _ when !client.concealsUsers() -> throw new NotAuthorizedException(Texts.DISABLED);
            case Lookup.Absent _ when !client.concealsUsers() -> throw new UserNotFoundException(Texts.NO_SUCH_USER);
            case Lookup.Found _, Lookup.Absent _ -> throw refuse(client, request);
        };
    }

    private Fault refuse(Client client, ConfirmForgotPasswordRequest request) {
        CodeKey key = concealment.key(client.pool(), request.username(), CodeKind.PASSWORD_RESET);
        return concealment.refuse(key, request.confirmationCode());
    }

    private ConfirmForgotPasswordResponse confirm(
            Client client, User seen, ConfirmForgotPasswordRequest request, Call call) {
        User confirmed = replace(client, seen, request, call);
        // The password is set by now, whatever the function answers (lifecycle I6).
        triggers.postConfirmation(
                client.pool().config().lambdaConfig(),
                new Origin(client.pool().id(), confirmed.username(), client.id(), call.userAgent()),
                PostConfirmationSource.CONFIRM_FORGOT_PASSWORD,
                confirmed.eventAttributes(client.pool()),
                request.clientMetadata());
        return new ConfirmForgotPasswordResponse();
    }

    private User replace(Client client, User seen, ConfirmForgotPasswordRequest request, Call call) {
        User user = admitted(store.write(tx -> look(tx, client, seen, request.confirmationCode())));
        protection.requireGoodPassword(client, EventFilterType.PASSWORD_CHANGE, request.password());
        NewPasswords.Ready ready = newPasswords.accept(client.pool(), user, request.password());
        return store.write(tx -> redeem(tx, client, user, ready, request, call));
    }

    private static User admitted(Look look) {
        return switch (look) {
            case Look.Admitted(User user) -> user;
            case Look.Refused(Fault fault) -> throw fault;
        };
    }

    private Look look(Tx tx, Client client, User seen, String code) {
        return codes.countTry(tx, key(seen)) ? check(tx, client, seen, code) : new Look.Refused(CodeFaults.tooMany());
    }

    private Look check(Tx tx, Client client, User seen, String code) {
        Fault wrong = CodeFaults.of(codes.check(tx, key(seen), code));
        if (client.concealsUsers() && wrong != null) {
            return new Look.Refused(wrong); // As of nobody, and before time is spent on the user.
        }
        User user = users.reload(tx, seen);
        if (user == null) {
            return new Look.Refused(new UserNotFoundException(Texts.NO_SUCH_USER));
        }
        Fault refusal = refusal(user);
        if (refusal != null) {
            return new Look.Refused(client.concealsUsers() ? CodeFaults.wrong() : refusal);
        }
        return wrong == null ? new Look.Admitted(user) : new Look.Refused(wrong);
    }

    /** Why the user may not set a password whatever the code, null for no reason. */
    private static @Nullable Fault refusal(User user) {
        if (!user.enabled()) {
            return new NotAuthorizedException(Texts.DISABLED);
        }
        return switch (CAUSE.from(user.status())) {
            case StatusChange.Verdict.Refused(Fault refused) -> refused;
            case StatusChange.Verdict.To _ -> null;
        };
    }

    private User redeem(
            Tx tx,
            Client client,
            User seen,
            NewPasswords.Ready ready,
            ConfirmForgotPasswordRequest request,
            Call call) {
        User user = admitted(check(tx, client, seen, request.confirmationCode()));
        User confirmed = newPasswords.give(tx, client.pool(), user, CAUSE, ready);
        if (confirmed == null) {
            // Another password came in between, which took all earlier codes with it.
            throw CodeFaults.expired();
        }
        events.record(
                tx,
                user.pool(),
                user.sub(),
                new UserEvents.Event(
                        EventType.PASSWORD_CHANGE,
                        client,
                        request.userContextData(),
                        request.analyticsMetadata(),
                        call));
        return confirmed;
    }

    private CodeKey key(User user) {
        return codes.of(user.pool(), user.sub(), CodeKind.PASSWORD_RESET);
    }
}
