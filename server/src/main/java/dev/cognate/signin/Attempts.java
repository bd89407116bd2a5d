package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.ExpiredCodeException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.model.ChallengeName;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.ChallengeResponse;
import dev.cognate.wire.model.ChallengeResponseType;
import dev.cognate.wire.model.EventResponseType;
import dev.cognate.wire.model.EventRiskType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of attempts to sign in, as events of the user. An attempt is one event from its first request to its last,
 * whose id the tokens name ({@code event_id}). Attempts that come to nothing are kept where somebody was let try: not those
 * of users who are locked, nor of whoever has no session, or strangers could fill the store. Reference: auth 23.
 */
final class Attempts {
    private static final ChallengeResponseType PASSWORD_PROVED =
            new ChallengeResponseType(ChallengeName.PASSWORD, ChallengeResponse.SUCCESS);
    private static final ChallengeResponseType PASSWORD_WRONG =
            new ChallengeResponseType(ChallengeName.PASSWORD, ChallengeResponse.FAILURE);
    private static final ChallengeResponseType FACTOR_PROVED =
            new ChallengeResponseType(ChallengeName.MFA, ChallengeResponse.SUCCESS);
    private static final ChallengeResponseType FACTOR_WRONG =
            new ChallengeResponseType(ChallengeName.MFA, ChallengeResponse.FAILURE);

    /** What this room says of {@link NotAuthorizedException}s that a user, and not the request, is to blame for. */
    private static final Set<String> BLAMED =
            Set.of(Texts.INCORRECT, Texts.DISABLED, Texts.TEMPORARY_EXPIRED, Texts.SECURITY);

    private final Store store;
    private final UserEvents events;
    private final Claimants claimants;
    private final Sessions sessions;
    private final Lockout lockout;

    Attempts(Ground ground) {
        this.store = ground.with().store();
        this.events = ground.with().events();
        this.claimants = ground.claimants();
        this.sessions = ground.sessions();
        this.lockout = ground.lockout();
    }

    /** One request of an attempt. */
    @FunctionalInterface
    interface Try {
        Answer answer();
    }

    /**
     * Makes a request of an attempt, and keeps how it went. What passes is kept with the sign-in.
     *
     * @param tried what the request proves if all goes well; null for something else than a password or a second factor
     * @throws Fault it is refused
     */
    Answer keep(Step step, @Nullable ChallengeName tried, Try request) {
        try {
            Answer answer = request.answer();
            if (answer instanceof Answer.Challenge challenge) {
                goesOn(step, provedBefore(challenge));
            }
            return answer;
        } catch (Fault fault) {
            if (isFailure(fault)) {
                List<ChallengeResponseType> challenges = isWrong(fault) ? wrong(tried) : List.of();
                record(step, step.unproved(EventResponseType.FAIL, UserEvents.Outcome.NO_RISK, challenges));
            }
            throw fault;
        }
    }

    /** Keeps that an attempt passed, in the transaction that begins the sign-in. */
    void passed(Tx tx, Step step, User user, Proven.Proof proof) {
        List<ChallengeResponseType> proved = switch (proof) {
            case PASSWORD, NEW_PASSWORD -> List.of(PASSWORD_PROVED);
            case SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, DEVICE -> List.of(PASSWORD_PROVED, FACTOR_PROVED);
            case CODE, PASSKEY, FUNCTIONS -> List.of();
        };
        events.record(
                tx, user.pool(), user.sub(), step.event(EventResponseType.PASS, UserEvents.Outcome.NO_RISK, proved));
    }

    /** Keeps what was found against an attempt that is under way; it stays with the event. */
    void found(Step step, User user, EventRiskType risk) {
        record(user, step.event(EventResponseType.IN_PROGRESS, risk, List.of()));
    }

    /** Keeps that an attempt was refused before anything was looked at. */
    void blocked(Step step, EventRiskType risk) {
        record(step, step.unproved(EventResponseType.FAIL, risk, List.of()));
    }

    /** Anybody can have a sign-in go on that proved nothing, such as one by SRP, also while the user is locked. */
    private void goesOn(Step step, List<ChallengeResponseType> proved) {
        EventResponseType response = EventResponseType.IN_PROGRESS;
        EventRiskType risk = UserEvents.Outcome.NO_RISK;
        record(step, proved.isEmpty() ? step.unproved(response, risk, proved) : step.event(response, risk, proved));
    }

    /** A name without a user costs the same where the client conceals that it is one. */
    private void record(Step step, UserEvents.Event event) {
        if (!UserEvents.isKept(event)) {
            return;
        }
        switch (claimants.find(step)) {
            case Claimant.Known(User user) -> record(user, event);
            case Claimant.Unknown unknown
            when step.client().concealsUsers() ->
                store.write(tx -> {
                    if (isLetTry(tx, step.pool().id(), unknown.id(), event)) {
                        events.pretend(tx, step.pool().id(), unknown.id(), event);
                    }
                    return true;
                });
            case Claimant.Unknown _ -> {}
        }
    }

    private void record(User user, UserEvents.Event event) {
        store.write(tx -> {
            if (isLetTry(tx, user.pool(), user.sub(), event)) {
                events.record(tx, user.pool(), user.sub(), event);
            }
            return true;
        });
    }

    /** A wrong try may be what locked the user: those while it is locked are no failures here. */
    private boolean isLetTry(Tx tx, PoolId pool, Sub sub, UserEvents.Event event) {
        boolean wrong = !event.outcome().challenges().isEmpty();
        return event.proved() || wrong || !lockout.isLocked(tx, pool, sub);
    }

    /** What must have been proved before this is asked for. */
    private List<ChallengeResponseType> provedBefore(Answer.Challenge asked) {
        return switch (asked.name()) {
            case PASSWORD_VERIFIER,
                    PASSWORD,
                    PASSWORD_SRP,
                    SELECT_CHALLENGE,
                    SMS_OTP,
                    WEB_AUTHN,
                    CUSTOM_CHALLENGE,
                    ADMIN_NO_SRP_AUTH -> List.of();
            case EMAIL_OTP -> isFirstFactor(asked) ? List.of() : List.of(PASSWORD_PROVED);
            case SMS_MFA,
                    SOFTWARE_TOKEN_MFA,
                    SELECT_MFA_TYPE,
                    MFA_SETUP,
                    NEW_PASSWORD_REQUIRED,
                    DEVICE_SRP_AUTH,
                    DEVICE_PASSWORD_VERIFIER -> List.of(PASSWORD_PROVED);
        };
    }

    private boolean isFirstFactor(Answer.Challenge asked) {
        Session session = asked.session() == null ? null : sessions.open(asked.session());
        Session.SentCode code = session == null ? null : session.carried().code();
        return code != null && code.firstFactor();
    }

    private static List<ChallengeResponseType> wrong(@Nullable ChallengeName tried) {
        return switch (tried) {
            case null -> List.of();
            case PASSWORD -> List.of(PASSWORD_WRONG);
            case MFA -> List.of(PASSWORD_PROVED, FACTOR_WRONG);
        };
    }

    private static boolean isFailure(Fault fault) {
        return isWrong(fault)
                || fault instanceof UserNotConfirmedException
                || fault instanceof PasswordResetRequiredException
                || fault instanceof UserLambdaValidationException
                || (fault instanceof NotAuthorizedException && BLAMED.contains(fault.getMessage()));
    }

    private static boolean isWrong(Fault fault) {
        return fault instanceof CodeMismatchException
                || fault instanceof ExpiredCodeException
                || (fault instanceof NotAuthorizedException && Texts.INCORRECT.equals(fault.getMessage()));
    }

    /** What the answer to a challenge is to prove. */
    static @Nullable ChallengeName triedBy(ChallengeNameType name, @Nullable Session session) {
        return switch (name) {
            case PASSWORD_VERIFIER, PASSWORD, ADMIN_NO_SRP_AUTH -> ChallengeName.PASSWORD;
            case SMS_MFA, SOFTWARE_TOKEN_MFA, DEVICE_PASSWORD_VERIFIER -> ChallengeName.MFA;
            case EMAIL_OTP -> {
                Session.SentCode code =
                        session == null ? null : session.carried().code();
                yield code == null || code.firstFactor() ? null : ChallengeName.MFA;
            }
            case SMS_OTP,
                    WEB_AUTHN,
                    CUSTOM_CHALLENGE,
                    PASSWORD_SRP,
                    SELECT_CHALLENGE,
                    SELECT_MFA_TYPE,
                    MFA_SETUP,
                    NEW_PASSWORD_REQUIRED,
                    DEVICE_SRP_AUTH -> null;
        };
    }
}
