package dev.cognate.signin;

import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;

/** All challenges. */
final class Challenges {
    private final NewPasswordRequired newPassword;
    private final PasswordVerifier verifier;
    private final Password password;
    private final PasswordSrp srp;
    private final SelectChallenge select;
    private final CodeAnswer smsMfa;
    private final CodeAnswer smsOtp;
    private final CodeAnswer emailOtp;
    private final SoftwareTokenMfa softwareToken;
    private final SelectMfaType selectMfa;
    private final MfaSetup mfaSetup;
    private final DeviceSrpAuth device;
    private final DevicePasswordVerifier deviceVerifier;
    private final WebAuthn passkey;
    private final CustomChallenge custom;

    Challenges(
            Ground ground,
            Conversations conversations,
            SrpExchange srp,
            SentCodes codes,
            PlainPassword password,
            SecondFactors factors,
            Choices choices,
            CustomAuth custom,
            Continuation next) {
        this.newPassword = new NewPasswordRequired(ground, next);
        this.verifier = new PasswordVerifier(ground, srp, next);
        this.password = new Password(ground, password, next);
        this.srp = new PasswordSrp(ground, srp);
        this.select = new SelectChallenge(ground, choices, this.password);
        this.smsMfa = new CodeAnswer(ChallengeNameType.SMS_MFA, ground, codes, choices, next);
        this.smsOtp = new CodeAnswer(ChallengeNameType.SMS_OTP, ground, codes, choices, next);
        this.emailOtp = new CodeAnswer(ChallengeNameType.EMAIL_OTP, ground, codes, choices, next);
        this.softwareToken = new SoftwareTokenMfa(ground, next);
        this.selectMfa = new SelectMfaType(ground, factors);
        this.mfaSetup = new MfaSetup(ground, factors, next);
        this.device = new DeviceSrpAuth(ground, srp);
        this.deviceVerifier = new DevicePasswordVerifier(ground, srp, next);
        this.passkey = new WebAuthn(ground, choices, next);
        this.custom = new CustomChallenge(ground, conversations, custom);
    }

    /**
     * The challenge of a name.
     *
     * @throws NotAuthorizedException the name is an older one, for which no session is given out any more
     */
    Challenge of(ChallengeNameType name) {
        return switch (name) {
            case NEW_PASSWORD_REQUIRED -> newPassword;
            case PASSWORD_VERIFIER -> verifier;
            case PASSWORD -> password;
            case PASSWORD_SRP -> srp;
            case SELECT_CHALLENGE -> select;
            case SMS_MFA -> smsMfa;
            case SMS_OTP -> smsOtp;
            case EMAIL_OTP -> emailOtp;
            case SOFTWARE_TOKEN_MFA -> softwareToken;
            case SELECT_MFA_TYPE -> selectMfa;
            case MFA_SETUP -> mfaSetup;
            case DEVICE_SRP_AUTH -> device;
            case DEVICE_PASSWORD_VERIFIER -> deviceVerifier;
            case WEB_AUTHN -> passkey;
            case CUSTOM_CHALLENGE -> custom;
            case ADMIN_NO_SRP_AUTH -> throw new NotAuthorizedException(Texts.INVALID_SESSION);
        };
    }
}
