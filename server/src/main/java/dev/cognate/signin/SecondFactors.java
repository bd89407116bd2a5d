package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.messaging.Destination;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaFactor;
import dev.cognate.signin.SentCodes.Purpose;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Asks for second factors: SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, SELECT_MFA_TYPE, MFA_SETUP. Reference: auth 5, 6.3 to
 * 6.6.
 */
final class SecondFactors {
    private final Store store;
    private final Mfa mfa;
    private final Sessions sessions;
    private final SentCodes codes;
    private final Settlement settlement;

    SecondFactors(Ground ground, SentCodes codes) {
        this.store = ground.with().store();
        this.mfa = ground.with().factors().mfa();
        this.sessions = ground.sessions();
        this.codes = codes;
        this.settlement = new Settlement(ground);
    }

    /** Asks for one factor; a code is sent now. */
    Answer ask(Step step, User user, MfaFactor factor, Session.Carried carried) {
        return switch (factor) {
            case SMS_MFA, EMAIL_OTP -> codes.send(step, user, asked(user, factor, null), carried);
            case SOFTWARE_TOKEN_MFA -> askForToken(step, user, carried);
        };
    }

    /** Asks for the factor that the user has chosen in this session, which is used up where that comes to something. */
    Answer choose(Step step, User user, MfaFactor factor, Session session) {
        return switch (factor) {
            case SMS_MFA, EMAIL_OTP -> codes.send(step, user, asked(user, factor, session), session.carried());
            case SOFTWARE_TOKEN_MFA -> {
                settlement.settle(session);
                yield askForToken(step, user, session.carried());
            }
        };
    }

    private static SentCodes.Asked asked(User user, MfaFactor factor, @Nullable Session answered) {
        String address = address(user, factor);
        return factor == MfaFactor.EMAIL_OTP
                ? new SentCodes.Asked(
                        ChallengeNameType.EMAIL_OTP, Destination.email(address), Purpose.SECOND_FACTOR, answered)
                : new SentCodes.Asked(
                        ChallengeNameType.SMS_MFA, Destination.phone(address), Purpose.SECOND_FACTOR, answered);
    }

    private static String address(User user, MfaFactor factor) {
        String attribute = Objects.requireNonNull(factor.attribute());
        String address = user.attribute(attribute);
        if (address == null) {
            throw new InvalidParameterException(Texts.NO_FACTOR);
        }
        return address;
    }

    /** Sends a code to an address that the user gives in this session, to set it up. */
    Answer askForGiven(Step step, User user, String email, Session session) {
        return codes.send(
                step,
                user,
                new SentCodes.Asked(ChallengeNameType.EMAIL_OTP, Destination.email(email), Purpose.SETTING_UP, session),
                session.carried());
    }

    private Answer askForToken(Step step, User user, Session.Carried carried) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USER_ID_FOR_SRP", user.username());
        String name = store.read(tx -> mfa.softwareTokenName(tx, user));
        if (name != null) {
            parameters.put("FRIENDLY_DEVICE_NAME", name);
        }
        return challenge(step, user, ChallengeNameType.SOFTWARE_TOKEN_MFA, parameters, carried);
    }

    /** Lets the user choose a factor. */
    Answer letChoose(Step step, User user, List<MfaFactor> factors, Session.Carried carried) {
        Map<String, String> parameters = Map.of("USER_ID_FOR_SRP", user.username(), "MFAS_CAN_CHOOSE", names(factors));
        return challenge(step, user, ChallengeNameType.SELECT_MFA_TYPE, parameters, carried);
    }

    /** Has the user set a factor up. */
    Answer haveSetUp(Step step, User user, List<MfaFactor> factors, Session.Carried carried) {
        Map<String, String> parameters = Map.of("USER_ID_FOR_SRP", user.username(), "MFAS_CAN_SETUP", names(factors));
        return challenge(step, user, ChallengeNameType.MFA_SETUP, parameters, carried);
    }

    private static String names(List<MfaFactor> factors) {
        return Json.list(factors.stream().map(MfaFactor::name).toList());
    }

    private Answer challenge(
            Step step, User user, ChallengeNameType name, Map<String, String> parameters, Session.Carried carried) {
        return new Answer.Challenge(name, sessions.issue(step, user.sub(), name, carried.asking(null)), parameters);
    }
}
