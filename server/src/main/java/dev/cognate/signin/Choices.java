package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.messaging.Destination;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pool;
import dev.cognate.signin.SentCodes.Purpose;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.UserPoolMfaType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a user may begin with who can choose, and how each of it begins. Reference: auth 4.5, 6.8. */
final class Choices {
    private final Mfa mfa;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final SentCodes codes;
    private final SrpExchange srp;

    Choices(Ground ground, SentCodes codes, SrpExchange srp) {
        this.mfa = ground.with().factors().mfa();
        this.passkeys = ground.with().factors().passkeys();
        this.sessions = ground.sessions();
        this.codes = codes;
        this.srp = srp;
    }

    /** What somebody may choose from; of a name without a user, what a user of the pool might. */
    List<ChallengeNameType> of(Pool pool, Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) -> of(pool, user);
            case Claimant.Unknown nobody -> seeming(pool, nobody.id());
        };
    }

    private List<ChallengeNameType> seeming(Pool pool, Sub nobody) {
        List<ChallengeNameType> choices = new ArrayList<>(byPassword());
        if (pool.mfa() != UserPoolMfaType.ON) { // Then everybody needs a second factor, and codes are none (auth 4.5).
            choices.addAll(byCode(pool));
            if (passkeys.seemsToHave(pool, nobody)) {
                choices.add(ChallengeNameType.WEB_AUTHN);
            }
        }
        return choices;
    }

    private List<ChallengeNameType> of(Pool pool, User user) {
        List<ChallengeNameType> choices = new ArrayList<>();
        if (user.password() != null && user.status() != UserStatus.UNCONFIRMED) {
            choices.addAll(byPassword());
        }
        if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            return choices;
        }
        boolean second = !(mfa.decide(pool, user) instanceof MfaDecision.Nothing);
        if (!second) {
            byCode(pool).stream()
                    .filter(each -> user.attribute(attribute(each)) != null)
                    .forEach(choices::add);
        }
        boolean passkeyIsEnough = mfa.decideAfterPasskey(pool, user) instanceof MfaDecision.Nothing;
        if (passkeyIsEnough && user.status() != UserStatus.UNCONFIRMED && passkeys.has(pool, user)) {
            choices.add(ChallengeNameType.WEB_AUTHN);
        }
        return choices;
    }

    /**
     * Refuses the answer to what stands in for a password, of a user who may not choose that any more: between the two
     * steps a second factor may have come up, or a temporary password.
     *
     * @throws NotAuthorizedException the user may not
     */
    void requireOpen(Pool pool, User user, ChallengeNameType chosen) {
        if (!of(pool, user).contains(chosen)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
    }

    private static List<ChallengeNameType> byPassword() {
        return List.of(ChallengeNameType.PASSWORD_SRP, ChallengeNameType.PASSWORD);
    }

    private static List<ChallengeNameType> byCode(Pool pool) {
        List<ChallengeNameType> codes = new ArrayList<>();
        if (pool.firstFactors().contains(AuthFactorType.EMAIL_OTP)) {
            codes.add(ChallengeNameType.EMAIL_OTP);
        }
        if (pool.firstFactors().contains(AuthFactorType.SMS_OTP)) {
            codes.add(ChallengeNameType.SMS_OTP);
        }
        return codes;
    }

    /** Whether a choice is a code that is sent. */
    static boolean isCode(ChallengeNameType choice) {
        return choice == ChallengeNameType.EMAIL_OTP || choice == ChallengeNameType.SMS_OTP;
    }

    /** The attribute that a code is sent to. */
    static String attribute(ChallengeNameType code) {
        return code == ChallengeNameType.EMAIL_OTP ? "email" : "phone_number";
    }

    /** Refuses who has nothing to choose from. */
    static NotAuthorizedException none() {
        return new NotAuthorizedException(Texts.INCORRECT);
    }

    /** Refuses a user who has not confirmed, and has no way to do so by signing in. */
    static UserNotConfirmedException unconfirmed() {
        return new UserNotConfirmedException(Texts.NOT_CONFIRMED);
    }

    /** Lets the user choose. */
    Answer.Challenge letChoose(Step step, Claimant claimant, List<ChallengeNameType> choices) {
        return challenge(step, claimant, ChallengeNameType.SELECT_CHALLENGE, Map.of(), choices);
    }

    /** Begins what was preferred, which is one of the choices, and not a password that came along. */
    Answer begin(Step step, Claimant claimant, ChallengeNameType preferred, List<ChallengeNameType> choices) {
        Answer begun = choose(step, claimant, preferred, null);
        return begun instanceof Answer.Challenge(var name, var session, var parameters, var _)
                ? new Answer.Challenge(name, session, parameters, choices)
                : begun;
    }

    /**
     * Begins what was chosen, which is one of the choices, and not a password that came along.
     *
     * @param answered the session of the choice, which a code uses up; null where it was made at the beginning
     */
    Answer choose(Step step, Claimant claimant, ChallengeNameType chosen, @Nullable Session answered) {
        return switch (chosen) {
            case EMAIL_OTP, SMS_OTP -> sendCode(step, claimant, chosen, answered);
            case WEB_AUTHN -> askForPasskey(step, claimant);
            case PASSWORD_SRP ->
                step.parameters().find("SRP_A") == null
                        ? challenge(step, claimant, chosen, Map.of(), List.of())
                        : srp.pose(step, claimant, Session.Carried.NOTHING);
            default -> challenge(step, claimant, chosen, Map.of(), List.of());
        };
    }

    private Answer sendCode(Step step, Claimant claimant, ChallengeNameType name, @Nullable Session answered) {
        return switch (claimant) {
            case Claimant.Known(User user) ->
                codes.send(
                        step,
                        user,
                        new SentCodes.Asked(name, destination(name, user), Purpose.FIRST_FACTOR, answered),
                        Session.Carried.NOTHING);
            case Claimant.Unknown nobody -> codes.pretend(step, nobody, name, answered);
        };
    }

    private static Destination destination(ChallengeNameType name, User user) {
        String address = Objects.requireNonNull(user.attribute(attribute(name)));
        return name == ChallengeNameType.EMAIL_OTP ? Destination.email(address) : Destination.phone(address);
    }

    private Answer askForPasskey(Step step, Claimant claimant) {
        Passkeys.Request request = request(step, claimant);
        if (request == null) {
            throw none();
        }
        Session.Asked asked = new Session.PasskeyChallenge(
                Base64.getUrlEncoder().withoutPadding().encodeToString(request.challenge()));
        ChallengeNameType name = ChallengeNameType.WEB_AUTHN;
        return new Answer.Challenge(
                name,
                sessions.issue(step, claimant.id(), name, Session.Carried.NOTHING.asking(asked)),
                Map.of("CREDENTIAL_REQUEST_OPTIONS", request.options()));
    }

    private Passkeys.@Nullable Request request(Step step, Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) ->
                passkeys.request(step.pool(), user, step.client().sessionValidity());
            case Claimant.Unknown nobody ->
                passkeys.pretend(step.pool(), nobody.id(), step.client().sessionValidity());
        };
    }

    private Answer.Challenge challenge(
            Step step,
            Claimant claimant,
            ChallengeNameType name,
            Map<String, String> parameters,
            List<ChallengeNameType> choices) {
        return new Answer.Challenge(
                name, sessions.issue(step, claimant.id(), name, Session.Carried.NOTHING), parameters, choices);
    }
}
