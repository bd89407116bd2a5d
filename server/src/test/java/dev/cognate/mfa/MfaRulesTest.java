package dev.cognate.mfa;

import static dev.cognate.mfa.MfaFactor.EMAIL_OTP;
import static dev.cognate.mfa.MfaFactor.SMS_MFA;
import static dev.cognate.mfa.MfaFactor.SOFTWARE_TOKEN_MFA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.UserFactors.Token;
import dev.cognate.pools.FactorSettings;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.AccountRecoverySettingType;
import dev.cognate.wire.model.EmailMfaConfigType;
import dev.cognate.wire.model.RecoveryOptionNameType;
import dev.cognate.wire.model.RecoveryOptionType;
import dev.cognate.wire.model.SmsConfigurationType;
import dev.cognate.wire.model.SoftwareTokenMfaConfigType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The table of auth 7, step 4, row by row. */
class MfaRulesTest {
    private static final Set<MfaFactor> ALL = Set.of(MfaFactor.values());
    private static final Map<String, String> NO_ADDRESS = Map.of();
    private static final Map<String, String> PHONE = Map.of("phone_number", "+12065550100");
    private static final Map<String, String> EMAIL = Map.of("email", "jane@example.com");
    private static final Map<String, String> BOTH = Map.of("phone_number", "+12065550100", "email", "jane@example.com");

    private static Pool pool(UserPoolMfaType mfa, Set<MfaFactor> taken, @Nullable RecoveryOptionNameType recovery) {
        UserPoolType config = UserPoolType.builder()
                .mfaConfiguration(mfa)
                .smsConfiguration(new SmsConfigurationType("arn:sms", null, null, null))
                .accountRecoverySetting(
                        recovery == null
                                ? null
                                : new AccountRecoverySettingType(List.of(new RecoveryOptionType(1, recovery))))
                .build();
        FactorSettings factors = new FactorSettings(
                taken.contains(SMS_MFA),
                new SoftwareTokenMfaConfigType(taken.contains(SOFTWARE_TOKEN_MFA)),
                taken.contains(EMAIL_OTP) ? new EmailMfaConfigType(null, null) : null,
                null);
        return new Pool(new PoolId("us-east-1_COGNATE01"), config, factors);
    }

    private static UserFactors wants(Token token, @Nullable MfaFactor preferred, MfaFactor... chosen) {
        return new UserFactors(Set.of(chosen), preferred, false, false, token);
    }

    private static MfaDecision decide(
            UserPoolMfaType mfa, Set<MfaFactor> taken, Map<String, String> attributes, UserFactors factors) {
        return MfaRules.decide(pool(mfa, taken, null), user(attributes), factors);
    }

    private static User user(Map<String, String> attributes) {
        return new User(
                new PoolId("us-east-1_COGNATE01"),
                new Sub("7d8ca528-4931-4254-9273-ea5ee853f271"),
                "jane",
                UserStatus.CONFIRMED,
                true,
                attributes,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private static MfaDecision required(Set<MfaFactor> taken, Map<String, String> attributes, UserFactors factors) {
        return decide(UserPoolMfaType.ON, taken, attributes, factors);
    }

    /** Clause auth 7.1. Row "OFF, any". */
    @Test
    void whereMfaIsOffNothingIsAsked() {
        assertThat(decide(UserPoolMfaType.OFF, ALL, BOTH, wants(Token.VERIFIED, SMS_MFA, SMS_MFA, SOFTWARE_TOKEN_MFA)))
                .isEqualTo(new MfaDecision.Nothing());
    }

    /** Clause auth 7.2. Row "OPTIONAL, no factor active"; a verified app is none. */
    @Test
    void whereMfaIsOptionalAUserWithoutAFactorIsAskedNothing() {
        assertThat(decide(UserPoolMfaType.OPTIONAL, ALL, BOTH, wants(Token.VERIFIED, null)))
                .isEqualTo(new MfaDecision.Nothing());
    }

    /** Clause auth 7.3. Row "one factor active, or a preferred one". */
    @Test
    void oneActiveOrThePreferredFactorIsAskedFor() {
        for (UserPoolMfaType mfa : List.of(UserPoolMfaType.OPTIONAL, UserPoolMfaType.ON)) {
            assertThat(decide(mfa, ALL, BOTH, wants(Token.NONE, null, EMAIL_OTP)))
                    .isEqualTo(new MfaDecision.Ask(EMAIL_OTP));
            assertThat(decide(mfa, ALL, BOTH, wants(Token.VERIFIED, SMS_MFA, SMS_MFA, SOFTWARE_TOKEN_MFA)))
                    .isEqualTo(new MfaDecision.Ask(SMS_MFA));
        }
    }

    /** Clause auth 7.4. Row "several active, none preferred". */
    @Test
    void amongSeveralTheUserChooses() {
        for (UserPoolMfaType mfa : List.of(UserPoolMfaType.OPTIONAL, UserPoolMfaType.ON)) {
            assertThat(decide(mfa, ALL, BOTH, wants(Token.VERIFIED, null, SOFTWARE_TOKEN_MFA, SMS_MFA)))
                    .isEqualTo(new MfaDecision.Choose(List.of(SMS_MFA, SOFTWARE_TOKEN_MFA)));
        }
    }

    @Test
    void aFactorThatTheUserCannotUseAnyMoreDoesNotCount() {
        assertThat(decide(UserPoolMfaType.OPTIONAL, ALL, EMAIL, wants(Token.NONE, SMS_MFA, SMS_MFA, EMAIL_OTP)))
                .isEqualTo(new MfaDecision.Ask(EMAIL_OTP));
        assertThat(decide(
                        UserPoolMfaType.OPTIONAL,
                        Set.of(SMS_MFA),
                        PHONE,
                        wants(Token.VERIFIED, SOFTWARE_TOKEN_MFA, SOFTWARE_TOKEN_MFA)))
                .isEqualTo(new MfaDecision.Nothing());
    }

    /** Clause auth 7.5. Row "ON, no preference set, TOTP verified only". */
    @Test
    void whereMfaIsRequiredAVerifiedAppIsAskedFor() {
        assertThat(required(ALL, BOTH, wants(Token.VERIFIED, null))).isEqualTo(new MfaDecision.Ask(SOFTWARE_TOKEN_MFA));
    }

    /** Clauses auth 7.6, auth 7.7. Rows "no TOTP; pool SMS MFA on and user has phone_number" and the same of e-mail. */
    @Test
    void whereMfaIsRequiredAnAddressWillDo() {
        assertThat(required(ALL, PHONE, wants(Token.NONE, null))).isEqualTo(new MfaDecision.Ask(SMS_MFA));
        assertThat(required(ALL, EMAIL, wants(Token.PENDING, null))).isEqualTo(new MfaDecision.Ask(EMAIL_OTP));
    }

    /** Clause auth 7.8. Row "only email or only phone, and that attribute is also the sole recovery channel". */
    @Test
    void theOnlyChannelOfRecoveryIsNoSecondFactor() {
        Pool byEmail = pool(UserPoolMfaType.ON, ALL, RecoveryOptionNameType.VERIFIED_EMAIL);
        Pool byPhone = pool(UserPoolMfaType.ON, ALL, RecoveryOptionNameType.VERIFIED_PHONE_NUMBER);
        MfaDecision setUp = new MfaDecision.SetUp(List.of(SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA));

        assertThat(MfaRules.decide(byEmail, user(EMAIL), UserFactors.NONE)).isEqualTo(setUp);
        assertThat(MfaRules.decide(byPhone, user(PHONE), UserFactors.NONE)).isEqualTo(setUp);
        assertThat(MfaRules.decide(byPhone, user(BOTH), UserFactors.NONE)).isEqualTo(new MfaDecision.Ask(EMAIL_OTP));
    }

    /** Clause auth 7.9. Row "both phone and email usable, no preference". */
    @Test
    void betweenTwoAddressesTheUserChooses() {
        assertThat(required(ALL, BOTH, wants(Token.NONE, null)))
                .isEqualTo(new MfaDecision.Choose(List.of(SMS_MFA, EMAIL_OTP)));
    }

    /** Clause auth 7.10. Row "nothing usable, TOTP or email MFA enabled in the pool". */
    @Test
    void whoHasNothingSetsSomethingUp() {
        assertThat(required(Set.of(SOFTWARE_TOKEN_MFA, SMS_MFA), NO_ADDRESS, wants(Token.PENDING, null)))
                .isEqualTo(new MfaDecision.SetUp(List.of(SMS_MFA, SOFTWARE_TOKEN_MFA)));
        assertThat(required(Set.of(EMAIL_OTP), NO_ADDRESS, wants(Token.NONE, null)))
                .isEqualTo(new MfaDecision.SetUp(List.of(EMAIL_OTP)));
    }

    /** Clause auth 7.11. Row "nothing usable and nothing can be set up". */
    @Test
    void whoHasNothingWhereOnlySmsCountsIsStuck() {
        assertThat(required(Set.of(SMS_MFA), EMAIL, wants(Token.NONE, null))).isEqualTo(new MfaDecision.Stuck());
    }
}
