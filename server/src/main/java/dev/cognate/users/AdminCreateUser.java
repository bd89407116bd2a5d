package dev.cognate.users;

import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Newcomer;
import dev.cognate.directory.Shown;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.messaging.Outbox;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PreSignUpSource;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminCreateUserRequest;
import dev.cognate.wire.model.AdminCreateUserResponse;
import dev.cognate.wire.model.MessageActionType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a user with a temporary password and sends the invitation, or sends a new one. Where codes are a first factor and
 * no password is given, the user has none, and there is nothing to send. Reference: lifecycle F1.
 */
final class AdminCreateUser implements Operation<AdminCreateUserRequest, AdminCreateUserResponse> {
    private final Store store;
    private final Pools pools;
    private final UserOperations.Creation with;
    private final Invitations invitations;
    private final NewInvitation newInvitation;

    AdminCreateUser(UserOperations.Collaborators room) {
        this.store = room.store();
        this.pools = room.pools();
        this.with = room.creation();
        this.invitations = new Invitations(with);
        this.newInvitation = new NewInvitation(room, invitations);
    }

    @Override
    public AdminCreateUserResponse run(AdminCreateUserRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        User user = request.messageAction() == MessageActionType.RESEND
                ? newInvitation.send(pool, request, call)
                : create(pool, request, call);
        return new AdminCreateUserResponse(Shown.user(user, null));
    }

    private User create(Pool pool, AdminCreateUserRequest request, Call call) {
        Newcomer newcomer = Newcomer.of(
                pool, with.randomness(), request.username(), AttributeRules.byName(request.userAttributes()));
        String given = request.temporaryPassword();
        String password = given == null && pool.passwordless() ? null : invitations.password(pool, given);
        NewUsers.Terms terms = newcomer.terms(
                new StatusChange.CreatedByAdministrator(password != null),
                Boolean.TRUE.equals(request.forceAliasCreation()),
                kept(pool, newcomer, password));
        with.newUsers().refuseTaken(pool, newcomer.candidate(), terms);
        askFunction(pool, newcomer, request, call);
        User user = with.newUsers().add(pool, newcomer.candidate(), terms, (tx, added) -> {
            if (password != null) {
                with.temporaryPasswords().begin(tx, pool, added.sub());
            }
        });
        if (password != null && request.messageAction() != MessageActionType.SUPPRESS) {
            // The user exists by now and stays, whatever becomes of the message.
            List<Outbox.Sealed> messages = invitations.prepare(pool, user, password, request, call);
            store.write(tx -> {
                invitations.add(tx, messages);
                return true;
            });
            invitations.committed(messages);
        }
        return user;
    }

    private @Nullable KeptPassword kept(Pool pool, Newcomer newcomer, @Nullable String password) {
        return password == null
                ? null
                : with.passwords().keep(pool.shortName(), newcomer.candidate().username(), password);
    }

    /** A failure stops the creation; what the function answers is not looked at. */
    private void askFunction(Pool pool, Newcomer newcomer, AdminCreateUserRequest request, Call call) {
        Map<String, String> validationData = AttributeRules.byName(request.validationData());
        with.triggers()
                .preSignUp(
                        pool.config().lambdaConfig(),
                        new Origin(pool.id(), newcomer.candidate().username(), null, call.userAgent()),
                        PreSignUpSource.ADMIN_CREATE_USER,
                        newcomer.eventAttributes(),
                        validationData.isEmpty() ? null : validationData,
                        request.clientMetadata());
    }
}
