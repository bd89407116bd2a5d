package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKind;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Aliases;
import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.Candidate;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Occasion;
import dev.cognate.passwords.PasswordPolicy;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Tx;
import dev.cognate.triggers.PostConfirmationSource;
import dev.cognate.triggers.PreSignUpAnswer;
import dev.cognate.triggers.PreSignUpSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.CodeTarget;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.InvalidPasswordException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.EventFilterType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.SignUpRequest;
import dev.cognate.wire.model.SignUpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Registers a user and sends the first code. Reference: lifecycle E1. */
final class SignUp implements Operation<SignUpRequest, SignUpResponse> {
    private final Clients clients;
    private final Randomness randomness;
    private final Triggers triggers;
    private final Users users;
    private final NewUsers newUsers;
    private final Passwords passwords;
    private final CodeSender sender;
    private final MaskStyle style;
    private final UserEvents events;
    private final Protection protection;
    private final SignUpSessions sessions;

    SignUp(Signup.Collaborators with) {
        this.clients = with.clients();
        this.randomness = with.randomness();
        this.triggers = with.triggers();
        this.users = with.users();
        this.newUsers = with.newUsers();
        this.passwords = with.passwords();
        this.sender = with.sender();
        this.style = with.style();
        this.events = with.events();
        this.protection = with.protection();
        this.sessions = with.sessions();
    }

    @Override
    public SignUpResponse run(SignUpRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        client.checkSecretHash(request.username(), request.secretHash());
        Candidate candidate = candidate(client, request);
        newUsers.refuseTaken(client.pool(), candidate, terms(PreSignUpAnswer.NOTHING, null));
        PreSignUpAnswer answer = askFunction(client, candidate, request, call);
        User user = newUsers.add(
                client.pool(),
                candidate,
                terms(answer, kept(client.pool(), candidate, request.password())),
                (tx, added) -> events.record(
                        tx,
                        added.pool(),
                        added.sub(),
                        new UserEvents.Event(
                                EventType.SIGN_UP,
                                client,
                                request.userContextData(),
                                request.analyticsMetadata(),
                                call)));
        if (answer.autoConfirmUser()) {
            return confirmed(client, user, request, call);
        }
        return unconfirmed(client, user, request, call);
    }

    /** The checks of E1 steps 1 to 4, and the user that passes them. */
    private Candidate candidate(Client client, SignUpRequest request) {
        Pool pool = client.pool();
        if (pool.adminCreatesOnly()) {
            throw new NotAuthorizedException(Texts.NO_SELF_SIGN_UP);
        }
        Map<String, String> requested = AttributeRules.byName(request.userAttributes());
        NameKind signInName = Aliases.signInName(pool, request.username());
        Aliases.checkSignUp(pool, request.username(), requested);
        checkPassword(client, request.password());
        Map<String, String> attributes = new LinkedHashMap<>(requested);
        if (signInName != null) {
            attributes.put(signInName.attribute(), request.username());
        }
        AttributeRules.checkSignUp(client, requested, attributes);
        Sub sub = Users.newId(pool, randomness);
        String username = signInName == null ? request.username() : sub.value();
        return new Candidate(sub, username, attributes);
    }

    private void checkPassword(Client client, @Nullable String password) {
        Pool pool = client.pool();
        if (password == null) {
            if (!pool.passwordless()) {
                throw new InvalidParameterException(Texts.PASSWORD_MISSING);
            }
            return;
        }
        String complaint = PasswordPolicy.of(pool.passwordPolicy()).complaint(password);
        if (complaint != null) {
            throw new InvalidPasswordException(Texts.POLICY_PREFIX + complaint);
        }
        protection.requireGoodPassword(client, EventFilterType.SIGN_UP, password);
    }

    private @Nullable KeptPassword kept(Pool pool, Candidate candidate, @Nullable String password) {
        return password == null ? null : passwords.keep(pool.shortName(), candidate.username(), password);
    }

    private static NewUsers.Terms terms(PreSignUpAnswer answer, @Nullable KeptPassword password) {
        return new NewUsers.Terms(
                new StatusChange.SignedUp(answer.autoConfirmUser()),
                answer.autoVerifyEmail(),
                answer.autoVerifyPhone(),
                true,
                password);
    }

    private PreSignUpAnswer askFunction(Client client, Candidate candidate, SignUpRequest request, Call call) {
        Map<String, String> validationData = AttributeRules.byName(request.validationData());
        return triggers.preSignUp(
                client.pool().config().lambdaConfig(),
                Origins.of(client, candidate.username(), call),
                PreSignUpSource.SIGN_UP,
                candidate.attributes(),
                validationData.isEmpty() ? null : validationData,
                request.clientMetadata());
    }

    private SignUpResponse confirmed(Client client, User user, SignUpRequest request, Call call) {
        // The user exists by now, whatever the function answers (lifecycle E1 step 9).
        triggers.postConfirmation(
                client.pool().config().lambdaConfig(),
                Origins.of(client, user.username(), call),
                PostConfirmationSource.CONFIRM_SIGN_UP,
                user.eventAttributes(client.pool()),
                request.clientMetadata());
        return answer(client, user, SignUpSessions.Stage.CONFIRMED, null);
    }

    private SignUpResponse unconfirmed(Client client, User user, SignUpRequest request, Call call) {
        Destination destination = CodeTarget.of(client.pool(), user);
        if (destination == null) {
            return answer(client, user, SignUpSessions.Stage.SIGNED_UP, null);
        }
        sender.send(
                CodeSender.Asked.through(
                        client,
                        Occasion.SIGN_UP,
                        CodeKind.SIGN_UP,
                        call,
                        request.clientMetadata(),
                        tx -> requireUnchanged(tx, client.pool(), user, destination)),
                user,
                destination);
        return answer(client, user, SignUpSessions.Stage.SIGNED_UP, destination.masked(style));
    }

    private SignUpResponse answer(
            Client client, User user, SignUpSessions.Stage stage, @Nullable CodeDeliveryDetailsType delivery) {
        return new SignUpResponse(
                stage == SignUpSessions.Stage.CONFIRMED,
                delivery,
                user.sub().value(),
                sessions.begin(client, user.sub(), stage));
    }

    /** An administrator may give the user another address while a function is asked; who is deleted needs no code. */
    private void requireUnchanged(Tx tx, Pool pool, User added, Destination destination) {
        User user = users.reload(tx, added);
        if (user != null) {
            CodeTarget.requireUnchanged(destination, pool, user);
        }
    }
}
