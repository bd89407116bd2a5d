package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.StatusChange.Verdict;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Occasion;
import dev.cognate.pools.Pool;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Tx;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.CodeTarget;
import dev.cognate.verification.Concealment;
import dev.cognate.verification.Overtaken;
import dev.cognate.verification.SecretHashes;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.ResendConfirmationCodeRequest;
import dev.cognate.wire.model.ResendConfirmationCodeResponse;

/**
 * Sends the sign-up code again to a user who has not confirmed yet. The new code replaces every earlier one. Reference:
 * lifecycle E3.
 */
final class ResendConfirmationCode implements Operation<ResendConfirmationCodeRequest, ResendConfirmationCodeResponse> {
    private final Clients clients;
    private final Users users;
    private final Codes codes;
    private final CodeSender sender;
    private final Concealment concealment;
    private final MaskStyle style;
    private final UserEvents events;

    ResendConfirmationCode(Signup.Collaborators with) {
        this.clients = with.clients();
        this.users = with.users();
        this.codes = with.codes();
        this.sender = with.sender();
        this.concealment = with.concealment();
        this.style = with.style();
        this.events = with.events();
    }

    @Override
    public ResendConfirmationCodeResponse run(ResendConfirmationCodeRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        Lookup lookup = users.find(client.pool(), request.username());
        SecretHashes.check(client, request.username(), lookup, request.secretHash());
        CodeDeliveryDetailsType details = switch (lookup) {
            case Lookup.Found(User user) when !user.enabled() -> toNobody(client, request, call);
            case Lookup.Found(User user) -> toEnabled(client, user, request, call);
            case Lookup.Absent _ -> toNobody(client, request, call);
        };
        return new ResendConfirmationCodeResponse(details);
    }

    private CodeDeliveryDetailsType toEnabled(
            Client client, User user, ResendConfirmationCodeRequest request, Call call) {
        return switch (new StatusChange.SignUpCodeResent().from(user.status())) {
            case Verdict.To _ -> toUser(client, user, request, call);
            case Verdict.Refused(Fault alreadyConfirmed) -> toConfirmed(client, user, request, call, alreadyConfirmed);
        };
    }

    private CodeDeliveryDetailsType toUser(Client client, User user, ResendConfirmationCodeRequest request, Call call) {
        Destination destination = CodeTarget.of(client.pool(), user);
        if (destination == null) {
            return withoutAddress(client, user, request, call);
        }
        CodeSender.Extra extra = tx -> {
            requireStillGood(tx, client.pool(), user, destination);
            events.record(tx, user.pool(), user.sub(), event(client, request, call));
        };
        CodeSender.Asked asked = CodeSender.Asked.through(
                client, Occasion.RESEND_CODE, CodeKind.SIGN_UP, call, request.clientMetadata(), extra);
        try {
            sender.sendCounted(asked, user, destination);
        } catch (Overtaken late) {
            CodeKey key = nobody(client, request);
            concealment.pretendInstead(late, pretence(client, key, request, destination, call));
        }
        return destination.masked(style);
    }

    /** There is nowhere to send a code to; a concealing client is not told so, or it would learn that the user exists. */
    private CodeDeliveryDetailsType withoutAddress(
            Client client, User user, ResendConfirmationCodeRequest request, Call call) {
        if (!client.concealsUsers()) {
            sender.count(key(user));
            throw new NotAuthorizedException(Texts.NOT_AUTO_VERIFIED);
        }
        return toNowhere(client, key(user), request, call);
    }

    /** Nobody asks a confirmed user for a code; a concealing client is not told so, and gets the user's own details. */
    private CodeDeliveryDetailsType toConfirmed(
            Client client, User user, ResendConfirmationCodeRequest request, Call call, Fault alreadyConfirmed) {
        if (!client.concealsUsers()) {
            sender.count(key(user));
            throw alreadyConfirmed;
        }
        Destination destination = CodeTarget.of(client.pool(), user);
        if (destination == null) {
            return toNowhere(client, key(user), request, call);
        }
        concealment.pretend(pretence(client, key(user), request, destination, call));
        return destination.masked(style);
    }

    private CodeDeliveryDetailsType toNobody(Client client, ResendConfirmationCodeRequest request, Call call) {
        if (!client.concealsUsers()) {
            throw new UserNotFoundException(Texts.NO_SUCH_USER);
        }
        return toNowhere(client, nobody(client, request), request, call);
    }

    private CodeDeliveryDetailsType toNowhere(
            Client client, CodeKey key, ResendConfirmationCodeRequest request, Call call) {
        Destination destination =
                concealment.destination(client, request.username(), CodeTarget.candidates(client.pool()));
        concealment.pretend(pretence(client, key, request, destination, call));
        return destination.masked(style);
    }

    private Concealment.Pretence pretence(
            Client client, CodeKey key, ResendConfirmationCodeRequest request, Destination destination, Call call) {
        PoolId pool = client.pool().id();
        Sub nobody = concealment.nobody(client.pool(), request.username());
        return new Concealment.Pretence(
                client,
                key,
                request.username(),
                destination,
                tx -> events.pretend(tx, pool, nobody, event(client, request, call)));
    }

    private static UserEvents.Event event(Client client, ResendConfirmationCodeRequest request, Call call) {
        return new UserEvents.Event(
                EventType.RESEND_CODE, client, request.userContextData(), request.analyticsMetadata(), call);
    }

    private CodeKey nobody(Client client, ResendConfirmationCodeRequest request) {
        return concealment.key(client.pool(), request.username(), CodeKind.SIGN_UP);
    }

    private CodeKey key(User user) {
        return codes.of(user.pool(), user.sub(), CodeKind.SIGN_UP);
    }

    /** The user may have been deleted, disabled, confirmed or moved since it was looked up, while a function was asked. */
    private void requireStillGood(Tx tx, Pool pool, User seen, Destination destination) {
        User user = users.reload(tx, seen);
        if (user == null || !user.enabled()) {
            throw new Overtaken(new UserNotFoundException(Texts.NO_SUCH_USER));
        }
        if (new StatusChange.SignUpCodeResent().from(user.status()) instanceof Verdict.Refused(Fault confirmed)) {
            throw new Overtaken(confirmed);
        }
        CodeTarget.requireUnchanged(destination, pool, user);
    }
}
