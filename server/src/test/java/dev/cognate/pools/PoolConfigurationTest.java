package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.model.AliasAttributeType;
import dev.cognate.wire.model.UsernameAttributeType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pool shows of what it was given, and what the rooms read of it (oauth-config B1, lifecycle B3, C5, C6, D1). */
final class PoolConfigurationTest {
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:f";

    private Store store;
    private Pools pools;
    private Api api;

    @BeforeEach
    void start(@TempDir Path folder) {
        store = TestStores.sqlite(folder);
        TestClock time = new TestClock();
        pools = new Pools(
                store,
                time,
                new Randomness(new SecureRandom(), time),
                new PoolSettings("123456789012", Duration.ofSeconds(1)));
        KeyRing keys = KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));
        api = new Api(pools.operations(new PageTokens(keys, time), SchemaUse.NONE));
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** Clause D1.t2. */
    @Test
    void everyMemberThatIsGivenComesBack() {
        String[] members = {
            "\"AcrConfiguration\":{\"Level1\":{\"AcrValue\":\"low\"},\"Level2\":{\"AcrValue\":\"high\"}}",
            "\"AliasAttributes\":[\"email\",\"phone_number\"]",
            "\"DeletionProtection\":\"ACTIVE\"",
            "\"DeviceConfiguration\":{\"ChallengeRequiredOnNewDevice\":true,\"DeviceOnlyRememberedOnUserPrompt\":false}",
            "\"EmailConfiguration\":{\"ConfigurationSet\":\"set\",\"EmailSendingAccount\":\"DEVELOPER\",\"From\":"
                    + "\"j@example.com\",\"ReplyToEmailAddress\":\"r@example.com\",\"SourceArn\":"
                    + "\"arn:aws:ses:us-east-1:123456789012:identity/j@example.com\"}",
            "\"IssuerConfiguration\":{\"Type\":\"UPDATED\"}",
            "\"KeyConfiguration\":{\"KeyType\":\"CUSTOMER_MANAGED_KEY\",\"KmsKeyArn\":\"arn:aws:kms:x\"}",
            "\"LambdaConfig\":{\"CreateAuthChallenge\":\"$f\",\"CustomEmailSender\":{\"LambdaArn\":\"$f\","
                    + "\"LambdaVersion\":\"V1_0\"},\"CustomMessage\":\"$f\",\"CustomSMSSender\":{\"LambdaArn\":\"$f\","
                    + "\"LambdaVersion\":\"V1_0\"},\"DefineAuthChallenge\":\"$f\",\"InboundFederation\":{\"LambdaArn\":"
                    + "\"$f\",\"LambdaVersion\":\"V1_0\"},\"KMSKeyID\":\"arn:aws:kms:us-east-1:123456789012:key/k\","
                    + "\"PostAuthentication\":\"$f\",\"PostConfirmation\":\"$f\",\"PreAuthentication\":\"$f\","
                    + "\"PreSignUp\":\"$f\",\"PreTokenGeneration\":\"$f\",\"PreTokenGenerationConfig\":{\"LambdaArn\":"
                    + "\"$f\",\"LambdaVersion\":\"V2_0\"},\"UserMigration\":\"$f\",\"VerifyAuthChallengeResponse\":"
                    + "\"$f\"}",
            "\"MfaConfiguration\":\"OPTIONAL\"",
            "\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":6,\"PasswordHistorySize\":3,\"RequireLowercase\":false,"
                    + "\"RequireNumbers\":false,\"RequireSymbols\":false,\"RequireUppercase\":false,"
                    + "\"TemporaryPasswordValidityDays\":365},\"SignInPolicy\":{\"AllowedFirstAuthFactors\":"
                    + "[\"PASSWORD\",\"WEB_AUTHN\"]}}",
            "\"SmsAuthenticationMessage\":\"mfa {####}\"",
            "\"SmsConfiguration\":{\"EumsSms\":{\"CallerArn\":\"a\",\"Region\":\"us-east-1\"},\"ExternalId\":\"x\","
                    + "\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\",\"SnsRegion\":\"us-east-1\"}",
            "\"UserAttributeUpdateSettings\":{\"AttributesRequireVerificationBeforeUpdate\":[\"email\"]}",
            "\"UserPoolAddOns\":{\"AdvancedSecurityAdditionalFlows\":{\"CustomAuthMode\":\"AUDIT\"},"
                    + "\"AdvancedSecurityMode\":\"ENFORCED\"}",
            "\"UserPoolTags\":{\"team\":\"red\",\"empty\":\"\"}",
            "\"UserPoolTier\":\"PLUS\"",
            "\"UsernameConfiguration\":{\"CaseSensitive\":false}",
            "\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"]",
            "\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[{\"Name\":\"admin_only\",\"Priority\":1}]}"
        };

        String described = describe(String.join(",", members).replace("$f", FUNCTION));

        assertThat(members).allSatisfy(member -> assertThat(described).contains(member.replace("$f", FUNCTION)));
        assertThat(described)
                .contains("\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":false,"
                        + "\"UnusedAccountValidityDays\":365}");
    }

    /** Clauses D1.1, D1.2, D1.3. */
    @Test
    void theOlderVerificationTextsShowInTheTemplateToo() {
        assertThat(describe("\"SmsVerificationMessage\":\"sms {####}\",\"EmailVerificationMessage\":\"mail {####}\","
                        + "\"EmailVerificationSubject\":\"subject\""))
                .contains(
                        "\"EmailVerificationMessage\":\"mail {####}\",\"EmailVerificationSubject\":\"subject\"",
                        "\"SmsVerificationMessage\":\"sms {####}\"",
                        "\"VerificationMessageTemplate\":{\"DefaultEmailOption\":\"CONFIRM_WITH_CODE\","
                                + "\"EmailMessage\":\"mail {####}\",\"EmailSubject\":\"subject\","
                                + "\"SmsMessage\":\"sms {####}\"}");
    }

    /** Clause D1.1. */
    @Test
    void theTemplateShowsInTheOlderTextsAndWins() {
        assertThat(describe("\"SmsVerificationMessage\":\"older {####}\",\"VerificationMessageTemplate\":{"
                        + "\"SmsMessage\":\"sms {####}\",\"EmailMessage\":\"mail {####}\",\"EmailSubject\":\"s\","
                        + "\"EmailMessageByLink\":\"click {##here##}\",\"EmailSubjectByLink\":\"link\","
                        + "\"DefaultEmailOption\":\"CONFIRM_WITH_LINK\"}"))
                .contains(
                        "\"EmailVerificationMessage\":\"mail {####}\",\"EmailVerificationSubject\":\"s\"",
                        "\"SmsVerificationMessage\":\"sms {####}\"",
                        "\"VerificationMessageTemplate\":{\"DefaultEmailOption\":\"CONFIRM_WITH_LINK\","
                                + "\"EmailMessage\":\"mail {####}\",\"EmailMessageByLink\":\"click {##here##}\","
                                + "\"EmailSubject\":\"s\",\"EmailSubjectByLink\":\"link\","
                                + "\"SmsMessage\":\"sms {####}\"}")
                .doesNotContain("older");
    }

    /** Clause D1.8. */
    @Test
    void theInvitationKeepsItsOwnSpelling() {
        assertThat(
                        describe(
                                "\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true,\"InviteMessageTemplate\":{"
                                        + "\"SMSMessage\":\"{username} {####}\",\"EmailMessage\":\"hello {username}\",\"EmailSubject\":\"s\"}}"))
                .contains("\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true,\"InviteMessageTemplate\":{"
                        + "\"EmailMessage\":\"hello {username}\",\"EmailSubject\":\"s\",\"SMSMessage\":\"{username} {####}\"},"
                        + "\"UnusedAccountValidityDays\":7}");
    }

    /** Clause C6.t2. */
    @Test
    void theDaysOfATemporaryPasswordShowUnderBothNamesAndZeroMeansSeven() {
        assertThat(describe("\"AdminCreateUserConfig\":{\"UnusedAccountValidityDays\":3}"))
                .contains("\"TemporaryPasswordValidityDays\":3", "\"UnusedAccountValidityDays\":3");
        assertThat(describe("\"Policies\":{\"PasswordPolicy\":{\"TemporaryPasswordValidityDays\":0}}"))
                .contains("\"TemporaryPasswordValidityDays\":7", "\"UnusedAccountValidityDays\":7");
    }

    /** Clause I1.t4. */
    @Test
    void theTwoMembersForTheTokenFunctionStandForEachOther() {
        assertThat(describe("\"LambdaConfig\":{\"PreTokenGeneration\":\"" + FUNCTION + "\"}"))
                .contains("\"LambdaConfig\":{\"PreTokenGeneration\":\"" + FUNCTION
                        + "\",\"PreTokenGenerationConfig\":{\"LambdaArn\":\"" + FUNCTION
                        + "\",\"LambdaVersion\":\"V1_0\"}}");
        assertThat(describe("\"LambdaConfig\":{\"PreTokenGenerationConfig\":{\"LambdaArn\":\"" + FUNCTION
                        + "\",\"LambdaVersion\":\"V3_0\"}}"))
                .contains("\"LambdaConfig\":{\"PreTokenGeneration\":\"" + FUNCTION
                        + "\",\"PreTokenGenerationConfig\":{\"LambdaArn\":\"" + FUNCTION
                        + "\",\"LambdaVersion\":\"V3_0\"}}");
    }

    /** Terraform's provider leaves out what is false. */
    @Test
    void aPolicyThatSaysPartOfItDemandsNothingElse() {
        assertThat(describe("\"Policies\":{\"PasswordPolicy\":{\"RequireUppercase\":true}}"))
                .contains("\"PasswordPolicy\":{\"MinimumLength\":8,\"RequireLowercase\":false,\"RequireNumbers\":false,"
                        + "\"RequireSymbols\":false,\"RequireUppercase\":true,\"TemporaryPasswordValidityDays\":7}");
    }

    @Test
    void registrationOfClientsHasItsDefaults() {
        assertThat(describe("\"DcrConfiguration\":{\"EnableStatus\":\"Enabled\"}"))
                .contains("\"DcrConfiguration\":{\"AuthenticatedGrantTypes\":[\"code\",\"client_credentials\"],"
                        + "\"EnableStatus\":\"Enabled\",\"OpenDcrEnabled\":false,\"OpenDcrGrantTypes\":[\"code\"]}");
        String full = "\"DcrConfiguration\":{\"AllowedScopes\":[\"a/b\"],\"AuthenticatedGrantTypes\":[\"implicit\"],"
                + "\"EnableStatus\":\"Disabled\",\"OpenDcrEnabled\":true,\"OpenDcrGrantTypes\":[\"client_credentials\"]}";
        assertThat(describe(full)).contains(full);
    }

    @Test
    void aStandardAttributeIsChangedInItsPlaceAndSubNever() {
        String schema = "\"Schema\":[{\"Name\":\"email\",\"Required\":true,\"Mutable\":false,"
                + "\"StringAttributeConstraints\":{\"MinLength\":\"7\"}},"
                + "{\"Name\":\"sub\",\"Required\":false,\"Mutable\":true},"
                + "{\"Name\":\"updated_at\",\"NumberAttributeConstraints\":{\"MinValue\":\"5\"}}]";

        String expected = StandardSchema.JSON
                .replace(
                        "{\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":false,\"Mutable\":true,"
                                + "\"Name\":\"email\",\"Required\":false,\"StringAttributeConstraints\":"
                                + "{\"MaxLength\":\"2048\",\"MinLength\":\"0\"}}",
                        "{\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":false,\"Mutable\":false,"
                                + "\"Name\":\"email\",\"Required\":true,\"StringAttributeConstraints\":"
                                + "{\"MinLength\":\"7\"}}")
                .replace("\"MinValue\":\"0\"", "\"MinValue\":\"5\"");
        assertThat(expected).isNotEqualTo(StandardSchema.JSON);
        assertThat(describe(schema)).contains("\"SchemaAttributes\":[" + expected + "]");
    }

    @Test
    void emptyListsOfAttributesAreNoListsAndDoubledValuesCountOnce() {
        assertThat(describe("\"AliasAttributes\":[],\"UsernameAttributes\":[],\"AutoVerifiedAttributes\":[]"))
                .doesNotContain("AliasAttributes", "UsernameAttributes", "AutoVerifiedAttributes");
        assertThat(describe("\"AutoVerifiedAttributes\":[\"email\",\"email\"]"))
                .contains("\"AutoVerifiedAttributes\":[\"email\"]");
    }

    @Test
    void aPlainPoolTellsTheRoomsItsDefaults() {
        Pool pool = pools.require(new PoolId(api.pool("")));

        assertThat(pool.caseSensitive()).isTrue();
        assertThat(pool.aliasAttributes()).isEmpty();
        assertThat(pool.usernameAttributes()).isEmpty();
        assertThat(pool.autoVerified()).isEmpty();
        assertThat(pool.adminCreatesOnly()).isFalse();
        assertThat(pool.passwordless()).isFalse();
        assertThat(pool.passwordPolicy()).isEqualTo(PoolDefaults.PASSWORD_POLICY);
        assertThat(pool.shortName()).hasSize(9).isEqualTo(pool.id().value().replace("us-east-1_", ""));
        assertThat(pool.schema().has("email")).isTrue();
        assertThat(pool.schema().has("custom:email")).isFalse();
        assertThat(pool.schema().find("nothing")).isNull();
    }

    @Test
    void aPoolTellsTheRoomsWhatItWasGiven() {
        Pool pool = pools.require(
                new PoolId(
                        api.pool(
                                "\"UsernameAttributes\":[\"email\",\"phone_number\"],"
                                        + "\"UsernameConfiguration\":{\"CaseSensitive\":false},\"AutoVerifiedAttributes\":[\"email\"],"
                                        + "\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":true},\"Policies\":{\"SignInPolicy\":"
                                        + "{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"SMS_OTP\"]},\"PasswordPolicy\":{\"MinimumLength\":20}}")));

        assertThat(pool.caseSensitive()).isFalse();
        assertThat(pool.usernameAttributes())
                .containsExactly(UsernameAttributeType.EMAIL, UsernameAttributeType.PHONE_NUMBER);
        assertThat(pool.autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(pool.adminCreatesOnly()).isTrue();
        assertThat(pool.passwordless()).isTrue();
        assertThat(pool.passwordPolicy().minimumLength()).isEqualTo(20);
        assertThat(pools.require(new PoolId(api.pool("\"AliasAttributes\":[\"preferred_username\"]")))
                        .aliasAttributes())
                .containsExactly(AliasAttributeType.PREFERRED_USERNAME);
    }

    private String describe(String members) {
        return api.answer("DescribeUserPool", "{\"UserPoolId\":\"" + api.pool(members) + "\"}");
    }
}
