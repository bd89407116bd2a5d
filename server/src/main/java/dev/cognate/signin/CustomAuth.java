package dev.cognate.signin;

import dev.cognate.crypto.Randomness;
import dev.cognate.devices.Device;
import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.risk.Notices;
import dev.cognate.signin.Proven.Proof;
import dev.cognate.triggers.ChallengeRound;
import dev.cognate.triggers.CreateAuthChallengeAnswer;
import dev.cognate.triggers.CustomAuthUser;
import dev.cognate.triggers.DefineAuthChallengeAnswer;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CUSTOM_AUTH: the pool's functions decide by what users sign in, round by round. DefineAuthChallenge says what is next;
 * CreateAuthChallenge asks; {@link CustomChallenge} takes the answer to VerifyAuthChallengeResponse. A name without a user
 * goes through the same, and gets no tokens whatever the functions say. Reference: auth 4.3, 6.7, 11, 24.3.
 */
final class CustomAuth implements Flow {
    private static final String SRP_A = "SRP_A";

    /** At most so many challenges come between two of the functions': a password, another one, a factor or device. */
    private static final int STEPS_BETWEEN = 6;

    /** So many rounds a conversation has: each is kept, and told to every function after it. */
    private static final int MOST_ROUNDS = 50;

    private final Triggers triggers;
    private final Mfa mfa;
    private final NamedDevices devices;
    private final Randomness randomness;
    private final Sessions sessions;
    private final Conversations conversations;
    private final Entrance entrance;
    private final SrpExchange srp;
    private final Guard guard;
    private final Completion completion;

    CustomAuth(
            Ground ground,
            Conversations conversations,
            Entrance entrance,
            SrpExchange srp,
            Guard guard,
            Completion completion) {
        this.triggers = ground.with().triggers();
        this.mfa = ground.with().factors().mfa();
        this.devices = new NamedDevices(ground, srp);
        this.randomness = ground.with().randomness();
        this.sessions = ground.sessions();
        this.conversations = conversations;
        this.entrance = entrance;
        this.srp = srp;
        this.guard = guard;
        this.completion = completion;
    }

    @Override
    public List<String> required() {
        return List.of("USERNAME");
    }

    @Override
    public Answer begin(Step step) {
        if (!Triggers.haveCustomAuth(step.functions())) {
            throw new InvalidParameterException(Texts.NO_CUSTOM_FUNCTIONS);
        }
        boolean bySrp = SRP_A.equals(step.parameters().find("CHALLENGE_NAME"));
        if (bySrp) {
            step.parameters().require(SRP_A);
        }
        Claimant claimant = entrance.admitOrConceal(step);
        List<ChallengeRound> rounds = bySrp ? List.of(new ChallengeRound(SRP_A, true, null)) : List.of();
        return next(
                step,
                claimant,
                new Conversation(step.pool().id(), claimant.id(), randomness.uuid(), rounds, Map.of(), null),
                Session.Carried.NOTHING);
    }

    /** Goes on after the password, and what the pool asks for beside it, was proved. */
    Answer passwordProved(Step step, Proven proven, String id) {
        Conversation before = conversations.find(step.pool().id(), proven.user().sub(), id);
        if (before == null) {
            throw new NotAuthorizedException(Texts.EXPIRED_SESSION);
        }
        Conversation now = before;
        for (String round : proven.proof().rounds()) {
            now = now.after(new ChallengeRound(round, true, null));
        }
        return next(step, new Claimant.Known(proven.user()), now, proven.carried());
    }

    /**
     * Refuses a request that names a device which the user does not have, before the functions are asked. Nobody has any.
     *
     * @throws dev.cognate.wire.fault.ResourceNotFoundException there is no such device
     */
    void requireDevice(Step step, Claimant claimant) {
        devices.require(step, claimant);
    }

    /** Asks the functions what is next, and does it. */
    Answer next(Step step, Claimant claimant, Conversation conversation, Session.Carried carried) {
        CustomAuthUser user = about(step, claimant);
        DefineAuthChallengeAnswer decision =
                triggers.defineAuthChallenge(step.functions(), user, conversation.rounds());
        if (decision.failAuthentication()) {
            throw PlainPassword.incorrect();
        }
        if (decision.issueTokens()) {
            return issue(step, claimant, conversation, carried);
        }
        return switch (ask(decision.challengeName())) {
            case CUSTOM_CHALLENGE -> create(step, claimant, user, conversation, carried);
            case PASSWORD_VERIFIER -> bySrp(step, claimant, conversation, carried);
            default -> throw unrecognizable();
        };
    }

    private static ChallengeNameType ask(@Nullable String name) {
        ChallengeNameType asked = name == null ? null : ChallengeNameType.of(name);
        if (asked == null) {
            throw unrecognizable();
        }
        return asked;
    }

    private static Fault unrecognizable() {
        return new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
    }

    private Answer issue(Step step, Claimant claimant, Conversation conversation, Session.Carried carried) {
        return switch (claimant) {
            case Claimant.Known(User user) -> issue(step, user, conversation, carried);
            case Claimant.Unknown _ -> throw PlainPassword.incorrect();
        };
    }

    /**
     * A device is asked for its proof where a user without these functions would be asked for a second factor. A request
     * that names a device which is none is refused before the sign-in is judged: the client repeats it without the device,
     * and the user is to be told of one attempt once.
     */
    private Answer issue(Step step, User user, Conversation conversation, Session.Carried carried) {
        Device device = devices.find(step, user, carried.device());
        guard.tell(step, user, guard.judge(step, user, true), Notices.Kind.NOTHING);
        Session.Carried last = device == null ? carried : carried.on(device.key());
        boolean prove = NamedDevices.sparing(step, device) != null
                && !(mfa.decide(step.pool(), user) instanceof MfaDecision.Nothing)
                && !conversation.hasSecondFactor();
        return prove
                ? devices.haveProved(step, user, last.in(null))
                : completion.signIn(step, new Proven(user, Proof.FUNCTIONS, last));
    }

    private Answer create(
            Step step, Claimant claimant, CustomAuthUser user, Conversation conversation, Session.Carried carried) {
        if (conversation.rounds().size() >= MOST_ROUNDS) {
            throw PlainPassword.incorrect();
        }
        CreateAuthChallengeAnswer challenge =
                triggers.createAuthChallenge(step.functions(), user, conversation.rounds());
        ChallengeNameType name = ChallengeNameType.CUSTOM_CHALLENGE;
        Session session = sessions.begin(step, claimant.id(), name, carried.in(conversation.id()));
        conversations.keep(conversation.asking(challenge), session.expires());
        Map<String, String> parameters = new LinkedHashMap<>(challenge.publicParameters());
        parameters.put("USERNAME", user.origin().userName());
        return new Answer.Challenge(name, sessions.seal(session), parameters);
    }

    /** The password can be asked for where the client has sent its public number along. */
    private Answer bySrp(Step step, Claimant claimant, Conversation conversation, Session.Carried carried) {
        boolean begun = step.place().isBeginning() && !conversation.rounds().isEmpty();
        if (!begun) {
            throw unrecognizable();
        }
        conversations.keep(conversation, sessions.end(step, STEPS_BETWEEN));
        return srp.pose(step, claimant, carried.in(conversation.id()));
    }

    /** Whom the functions are asked about. */
    static CustomAuthUser about(Step step, Claimant claimant) {
        boolean conceals = step.client().concealsUsers();
        return switch (claimant) {
            case Claimant.Known(User user) ->
                new CustomAuthUser(
                        step.origin(user.username()),
                        user.eventAttributes(step.pool()),
                        step.clientMetadata(),
                        conceals ? false : null);
            case Claimant.Unknown nobody ->
                new CustomAuthUser(
                        step.origin(nobody.username(step.pool())),
                        Map.of(),
                        step.clientMetadata(),
                        conceals ? true : null);
        };
    }
}
