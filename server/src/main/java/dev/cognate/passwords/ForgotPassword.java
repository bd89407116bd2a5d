package dev.cognate.passwords;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.Migration;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Occasion;
import dev.cognate.mfa.Mfa;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Tx;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import dev.cognate.verification.Overtaken;
import dev.cognate.verification.SecretHashes;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.ForgotPasswordRequest;
import dev.cognate.wire.model.ForgotPasswordResponse;

/**
 * Sends a user who forgot the password a code to set another one. The password stays good until then, and the new code
 * replaces every earlier one. Reference: lifecycle E4.
 */
final class ForgotPassword implements Operation<ForgotPasswordRequest, ForgotPasswordResponse> {
    private static final StatusChange.Step CAUSE = new StatusChange.PasswordForgotten();

    private final Clients clients;
    private final Users users;
    private final Migration migration;
    private final Codes codes;
    private final CodeSender sender;
    private final Concealment concealment;
    private final UserEvents events;
    private final Mfa mfa;
    private final MaskStyle style;

    ForgotPassword(PasswordOperations.Collaborators with) {
        this.clients = with.clients();
        this.users = with.users();
        this.migration = with.migration();
        this.codes = with.codes();
        this.sender = with.sender();
        this.concealment = with.concealment();
        this.events = with.events();
        this.mfa = with.mfa();
        this.style = with.style();
    }

    @Override
    public ForgotPasswordResponse run(ForgotPasswordRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Lookup lookup = users.find(client.pool(), request.username());
        SecretHashes.check(client, request.username(), lookup, request.secretHash());
        if (RecoveryTarget.isAdministrator(client.pool())) {
            throw new NotAuthorizedException(Texts.ONLY_BY_ADMINISTRATOR);
        }
        CodeDeliveryDetailsType details = switch (lookup) {
            case Lookup.Found(User user) when user.enabled() -> toUser(client, user, request, call);
            case Lookup.Found _ -> toNobody(client, request, call, new NotAuthorizedException(Texts.DISABLED));
            case Lookup.Absent _ when migration.isFor(client.pool()) -> toMigrated(client, request, call);
            case Lookup.Absent _ -> toNobody(client, request, call, new UserNotFoundException(Texts.NO_SUCH_USER));
        };
        return new ForgotPasswordResponse(details);
    }

    private CodeDeliveryDetailsType toUser(Client client, User user, ForgotPasswordRequest request, Call call) {
        if (CAUSE.from(user.status()) instanceof StatusChange.Verdict.Refused(Fault fault)) {
            return withoutCode(client, user, request, call, fault);
        }
        Destination destination = RecoveryTarget.of(client.pool(), user, mfa.media(client.pool(), user));
        if (destination == null) {
            return withoutCode(client, user, request, call, new InvalidParameterException(Texts.NO_RECOVERY_ADDRESS));
        }
        CodeSender.Extra extra = tx -> {
            requireStillGood(tx, client, user, destination);
            events.record(tx, user.pool(), user.sub(), event(client, request, call));
        };
        CodeSender.Asked asked = CodeSender.Asked.through(
                client, Occasion.FORGOT_PASSWORD, CodeKind.PASSWORD_RESET, call, request.clientMetadata(), extra);
        try {
            sender.sendCounted(asked, user, destination);
        } catch (Overtaken late) {
            CodeKey key = nobody(client, request);
            concealment.pretendInstead(late, pretence(client, key, request, destination, call));
        }
        return destination.masked(style);
    }

    /** The user exists and gets no code; a concealing client is not told why, or it would learn that the user exists. */
    private CodeDeliveryDetailsType withoutCode(
            Client client, User user, ForgotPasswordRequest request, Call call, Fault refusal) {
        CodeKey key = codes.of(user.pool(), user.sub(), CodeKind.PASSWORD_RESET);
        if (!client.concealsUsers()) {
            sender.count(key);
            throw refusal;
        }
        return toNowhere(client, key, request, call);
    }

    private CodeDeliveryDetailsType toNobody(Client client, ForgotPasswordRequest request, Call call, Fault refusal) {
        if (!client.concealsUsers()) {
            throw refusal;
        }
        return toNowhere(client, nobody(client, request), request, call);
    }

    /** Counted first: a function may take seconds, and may be what somebody wants to wear out. */
    private CodeDeliveryDetailsType toMigrated(Client client, ForgotPasswordRequest request, Call call) {
        sender.count(nobody(client, request));
        return switch (migration.forgotPassword(client, request.username(), call, request.clientMetadata())) {
            case Lookup.Found(User user) -> toUser(client, user, request, call);
            case Lookup.Absent _
            when !client.concealsUsers() -> throw new UserNotFoundException(Texts.notMigrated(client.id()));
            case Lookup.Absent _ -> {
                Destination destination = destination(client, request);
                concealment.pretendUncounted(pretence(client, nobody(client, request), request, destination, call));
                yield destination.masked(style);
            }
        };
    }

    private CodeKey nobody(Client client, ForgotPasswordRequest request) {
        return concealment.key(client.pool(), request.username(), CodeKind.PASSWORD_RESET);
    }

    private CodeDeliveryDetailsType toNowhere(Client client, CodeKey key, ForgotPasswordRequest request, Call call) {
        Destination destination = destination(client, request);
        concealment.pretend(pretence(client, key, request, destination, call));
        return destination.masked(style);
    }

    private Concealment.Pretence pretence(
            Client client, CodeKey key, ForgotPasswordRequest request, Destination destination, Call call) {
        PoolId pool = client.pool().id();
        Sub nobody = concealment.nobody(client.pool(), request.username());
        return new Concealment.Pretence(
                client,
                key,
                request.username(),
                destination,
                tx -> events.pretend(tx, pool, nobody, event(client, request, call)));
    }

    private Destination destination(Client client, ForgotPasswordRequest request) {
        return concealment.destination(client, request.username(), RecoveryTarget.candidates(client.pool()));
    }

    /** The user, or the address, may have been deleted or changed since it was looked up, while a function was asked. */
    private void requireStillGood(Tx tx, Client client, User seen, Destination destination) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new Overtaken(new UserNotFoundException(Texts.NO_SUCH_USER));
        }
        if (!user.enabled()) {
            throw new Overtaken(new NotAuthorizedException(Texts.DISABLED));
        }
        if (CAUSE.from(user.status()) instanceof StatusChange.Verdict.Refused(Fault refused)) {
            throw new Overtaken(refused);
        }
        if (!destination.equals(RecoveryTarget.of(client.pool(), user, mfa.media(tx, client.pool(), user)))) {
            throw new Overtaken(new InvalidParameterException(Texts.NO_RECOVERY_ADDRESS));
        }
    }

    private static UserEvents.Event event(Client client, ForgotPasswordRequest request, Call call) {
        return new UserEvents.Event(
                EventType.FORGOT_PASSWORD, client, request.userContextData(), request.analyticsMetadata(), call);
    }
}
