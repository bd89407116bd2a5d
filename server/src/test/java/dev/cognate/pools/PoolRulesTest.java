package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pool cannot be, sentence by sentence (oauth-config B2, B16, B18; lifecycle C2). */
@TestInstance(Lifecycle.PER_CLASS)
final class PoolRulesTest {
    private static final String ROLE = "\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private static final String SOURCE = "\"SourceArn\":\"arn:aws:ses:us-east-1:123456789012:identity/a@example.com\"";

    private Store store;
    private Api api;

    @BeforeAll
    void start(@TempDir Path folder) {
        store = TestStores.sqlite(folder);
        TestClock time = new TestClock();
        Pools pools = new Pools(
                store,
                time,
                new Randomness(new SecureRandom(), time),
                new PoolSettings("123456789012", Duration.ofSeconds(1)));
        KeyRing keys = KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));
        api = new Api(pools.operations(new PageTokens(keys, time), SchemaUse.NONE));
    }

    @AfterAll
    void stop() {
        store.close();
    }

    /** Clauses A3.t4, A3.t10, B3.t1, C2.t3, C2.t4, C2.t5, C2.t6, C2.t8, D1.t3, D5.t1, E8.t4. */
    @ParameterizedTest
    @MethodSource({"signIn", "verification", "schema", "recovery", "email", "sms", "lambda", "tiersAndTags", "templates"
    })
    void aPoolThatBreaksARuleIsRefusedInTheServicesWords(String members, String refusal) {
        assertThat(api.refusal("CreateUserPool", "{\"PoolName\":\"people\"," + members + "}"))
                .isEqualTo(refusal.contains("Exception: ") ? refusal : "InvalidParameterException: " + refusal);
    }

    static Stream<Arguments> signIn() {
        return Stream.of(
                argumentSet(
                        "aliases and usernames",
                        "\"AliasAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]",
                        "Only one of the aliasAttributes or usernameAttributes can be set in a User pool."),
                argumentSet(
                        "both names of the days",
                        "\"Policies\":{\"PasswordPolicy\":{\"TemporaryPasswordValidityDays\":3}},"
                                + "\"AdminCreateUserConfig\":{\"UnusedAccountValidityDays\":3}",
                        "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of"
                                + " UnusedAccountValidityDays"),
                argumentSet(
                        "no password factor",
                        "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"EMAIL_OTP\"]}}",
                        "Password should be configured as one of the allowed first auth factors."),
                argumentSet(
                        "short passwords",
                        "\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":5}}",
                        "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to"
                                + " satisfy constraint: Member must have value greater than or equal to 6"),
                argumentSet(
                        "long history",
                        "\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":25}}",
                        "1 validation error detected: Value '25' at 'policies.passwordPolicy.passwordHistorySize'"
                                + " failed to satisfy constraint: Member must have value less than or equal to 24"),
                argumentSet(
                        "many days",
                        "\"AdminCreateUserConfig\":{\"UnusedAccountValidityDays\":366}",
                        "1 validation error detected: Value '366' at"
                                + " 'adminCreateUserConfig.unusedAccountValidityDays' failed to satisfy constraint:"
                                + " Member must have value less than or equal to 365"));
    }

    static Stream<Arguments> verification() {
        return Stream.of(
                argumentSet(
                        "phone without SMS",
                        "\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"]",
                        "SMS configuration is required when phone_number is selected for auto verification"),
                argumentSet(
                        "MFA without SMS",
                        "\"MfaConfiguration\":\"ON\"",
                        "SMS configuration and Auto verification for phone_number are required when MFA is"
                                + " required/optional"),
                argumentSet(
                        "optional MFA without SMS",
                        "\"MfaConfiguration\":\"OPTIONAL\"",
                        "SMS configuration and Auto verification for phone_number are required when MFA is"
                                + " required/optional"),
                argumentSet(
                        "verified before update, not at all",
                        "\"AutoVerifiedAttributes\":[],\"UserAttributeUpdateSettings\":"
                                + "{\"AttributesRequireVerificationBeforeUpdate\":[\"email\"]}",
                        "All attributes in AttributesRequireVerificationBeforeUpdate must exist in"
                                + " AutoVerifiedAttributes"));
    }

    static Stream<Arguments> schema() {
        return Stream.of(
                argumentSet(
                        "required custom attribute",
                        schema("\"Name\":\"a\",\"AttributeDataType\":\"String\",\"Required\":true"),
                        "Required custom attributes are not supported currently."),
                argumentSet(
                        "retyped standard attribute",
                        schema("\"Name\":\"email\",\"AttributeDataType\":\"Number\""),
                        "You can not change AttributeDataType or set developerOnlyAttribute for standard schema"
                                + " attribute email"),
                argumentSet(
                        "standard attribute for developers",
                        schema("\"Name\":\"name\",\"DeveloperOnlyAttribute\":true"),
                        "You can not change AttributeDataType or set developerOnlyAttribute for standard schema"
                                + " attribute name"),
                argumentSet(
                        "same name twice",
                        "\"Schema\":[{\"Name\":\"a\",\"AttributeDataType\":\"String\"},"
                                + "{\"Name\":\"a\",\"AttributeDataType\":\"Number\"}]",
                        "Duplicate custom attribute names custom:a are not allowed in a user pool schema."),
                argumentSet(
                        "crossed lengths",
                        schema("\"Name\":\"a\",\"AttributeDataType\":\"String\",\"StringAttributeConstraints\":"
                                + "{\"MinLength\":\"10\",\"MaxLength\":\"9\"}"),
                        "Attribute custom:a cannot have a max length shorter than it's min length"),
                argumentSet(
                        "crossed values",
                        schema("\"Name\":\"a\",\"AttributeDataType\":\"Number\",\"NumberAttributeConstraints\":"
                                + "{\"MinValue\":\"-1\",\"MaxValue\":\"-2\"}"),
                        "Attribute custom:a cannot have a max value smaller than it's min value"),
                argumentSet(
                        "long text",
                        schema("\"Name\":\"a\",\"AttributeDataType\":\"String\",\"StringAttributeConstraints\":"
                                + "{\"MaxLength\":\"2049\"}"),
                        "user.custom:a: String attributes cannot have a length of more than 2048"),
                argumentSet(
                        "limit that is no number",
                        schema("\"Name\":\"a\",\"AttributeDataType\":\"String\",\"StringAttributeConstraints\":"
                                + "{\"MinLength\":\"1.5\"}"),
                        "Attribute custom:a has a constraint that is not a whole number"),
                argumentSet(
                        "negative length",
                        schema("\"Name\":\"name\",\"StringAttributeConstraints\":{\"MinLength\":\"-1\"}"),
                        "Attribute name has a constraint that is not a whole number"),
                argumentSet(
                        "no type",
                        schema("\"Name\":\"a\""),
                        "Invalid AttributeDataType input, consider using the provided AttributeDataType enum."),
                argumentSet("no name", schema("\"AttributeDataType\":\"String\""), "Attribute name is required."),
                argumentSet(
                        "long name",
                        schema("\"Name\":\"phone_number_verified\""),
                        "1 validation error detected: Value 'phone_number_verified' at 'schema.1.member.name' failed"
                                + " to satisfy constraint: Member must have length less than or equal to 20"));
    }

    static Stream<Arguments> recovery() {
        return Stream.of(
                argumentSet(
                        "same priority",
                        recovery("{\"Priority\":1,\"Name\":\"verified_email\"},"
                                + "{\"Priority\":1,\"Name\":\"verified_phone_number\"}"),
                        "Account Recovery Setting cannot have duplicate priorities or recovery mechanisms."),
                argumentSet(
                        "same mechanism",
                        recovery("{\"Priority\":1,\"Name\":\"verified_email\"},"
                                + "{\"Priority\":2,\"Name\":\"verified_email\"}"),
                        "Account Recovery Setting cannot have duplicate priorities or recovery mechanisms."),
                argumentSet(
                        "administrator and others",
                        recovery("{\"Priority\":1,\"Name\":\"admin_only\"},"
                                + "{\"Priority\":2,\"Name\":\"verified_email\"}"),
                        "Account Recovery Setting cannot use admin_only setting with any other recovery mechanisms."));
    }

    static Stream<Arguments> email() {
        return Stream.of(
                argumentSet(
                        "no source",
                        "\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\"}",
                        "Source ARN is required to use DEVELOPER email sending owner"),
                argumentSet(
                        "source elsewhere",
                        "\"EmailConfiguration\":{\"SourceArn\":"
                                + "\"arn:aws:ses:eu-central-1:123456789012:identity/a@example.com\"}",
                        "Provided SourceArn must be in one of the following SES regions: eu-west-1, us-east-1,"
                                + " us-west-2."),
                argumentSet(
                        "no address",
                        "\"EmailConfiguration\":{" + SOURCE + ",\"From\":\"Jane <jane>\"}",
                        "Provided From email address is invalid"),
                argumentSet(
                        "two lines",
                        "\"EmailConfiguration\":{" + SOURCE + ",\"From\":\"Jane\\nBcc: x <jane@example.com>\"}",
                        "Provided From email address is invalid"),
                argumentSet(
                        "reply to nobody",
                        "\"EmailConfiguration\":{\"ReplyToEmailAddress\":\"jane\"}",
                        "1 validation error detected: Value 'jane' at 'emailConfiguration.replyToEmailAddress' failed"
                                + " to satisfy constraint: Member must satisfy regular expression pattern:"
                                + " [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+@[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+"));
    }

    static Stream<Arguments> sms() {
        return Stream.of(
                argumentSet(
                        "SNS elsewhere",
                        "\"SmsConfiguration\":{" + ROLE + ",\"SnsRegion\":\"eu-west-1\"}",
                        "Invalid snsRegion. Allowed SNS region for us-east-1 is us-east-1"),
                argumentSet(
                        "role of others",
                        "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::999999999999:role/sms\"}",
                        "Cross-account pass role is not allowed."));
    }

    static Stream<Arguments> lambda() {
        String elsewhere = FUNCTION.replace("us-east-1", "eu-west-1");
        String sender = "{\"LambdaVersion\":\"V1_0\",\"LambdaArn\":\"" + FUNCTION + "\"}";
        return Stream.of(
                argumentSet(
                        "function elsewhere",
                        "\"LambdaConfig\":{\"CustomMessage\":\"" + elsewhere + "\"}",
                        "Cross-region lambda functions are not supported"),
                argumentSet(
                        "sender elsewhere",
                        "\"LambdaConfig\":{\"CustomSMSSender\":" + sender.replace("us-east-1", "eu-west-1") + "}",
                        "Cross-region lambda functions are not supported"),
                argumentSet(
                        "SMS sender without a key",
                        "\"LambdaConfig\":{\"CustomSMSSender\":" + sender + "}",
                        "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used."),
                argumentSet(
                        "e-mail sender without a key",
                        "\"LambdaConfig\":{\"CustomEmailSender\":" + sender + "}",
                        "KMSKeyId parameter is required when Custom SMS/Email Lambda trigger is used."),
                argumentSet(
                        "two token functions",
                        "\"LambdaConfig\":{\"PreTokenGeneration\":\"" + FUNCTION + "2\",\"PreTokenGenerationConfig\":"
                                + sender + "}",
                        "Cannot use PreTokenGenerationLambda and PreTokenGeneration with different Lambda function"
                                + " ARN's"));
    }

    static Stream<Arguments> tiersAndTags() {
        String above = "FeatureUnavailableInTierException: The following features need to be disabled for the ";
        String tokens = "\"LambdaConfig\":{\"PreTokenGenerationConfig\":{\"LambdaVersion\":\"V2_0\",\"LambdaArn\":\""
                + FUNCTION + "\"}}";
        String tags =
                IntStream.range(0, 51).mapToObj(i -> "\"t" + i + "\":\"\"").collect(Collectors.joining(","));
        return Stream.of(
                argumentSet(
                        "passwordless LITE",
                        "\"UserPoolTier\":\"LITE\",\"Policies\":{\"SignInPolicy\":"
                                + "{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"EMAIL_OTP\"]}}",
                        above + "LITE pricing tier configured: Passwordless Sign-In"),
                argumentSet(
                        "token customization in LITE",
                        "\"UserPoolTier\":\"LITE\"," + tokens,
                        above + "LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda"
                                + " V2_0"),
                argumentSet(
                        "newest token customization in LITE",
                        "\"UserPoolTier\":\"LITE\"," + tokens.replace("V2_0", "V3_0"),
                        above + "LITE pricing tier configured: Token Customization with Pre-Token Generation Lambda"
                                + " V3_0"),
                argumentSet(
                        "threat protection in ESSENTIALS",
                        "\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"ENFORCED\"}",
                        above + "ESSENTIALS pricing tier configured: Threat Protection"),
                argumentSet(
                        "many tags",
                        "\"UserPoolTags\":{" + tags + "}",
                        "UserPoolTaggingException: A user pool cannot have more than 50 tags."),
                argumentSet(
                        "reserved tag",
                        "\"UserPoolTags\":{\"aws:x\":\"1\"}",
                        "UserPoolTaggingException: Tag keys that begin with aws: are reserved."),
                argumentSet(
                        "own key without its ARN",
                        "\"KeyConfiguration\":{\"KeyType\":\"CUSTOMER_MANAGED_KEY\"}",
                        "KmsKeyArn is required when KeyType is CUSTOMER_MANAGED_KEY."),
                argumentSet(
                        "unknown level",
                        "\"AcrConfiguration\":{\"Level5\":{\"AcrValue\":\"a\"}}",
                        "AcrConfiguration can have the levels Level1, Level2, Level3 and Level4."),
                argumentSet(
                        "level twice",
                        "\"AcrConfiguration\":{\"Level1\":{\"AcrValue\":\"a\"},\"Level2\":{\"AcrValue\":\"a\"}}",
                        "AcrConfiguration cannot have the same AcrValue twice."));
    }

    static Stream<Arguments> templates() {
        String pattern = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";
        return Stream.of(
                argumentSet(
                        "no code in the e-mail",
                        "\"EmailVerificationMessage\":\"no code here\"",
                        "1 validation error detected: Value 'no code here' at 'emailVerificationMessage' failed to"
                                + " satisfy constraint: Member must satisfy regular expression pattern: " + pattern
                                + "\\{####\\}" + pattern),
                argumentSet(
                        "no code in the SMS of the template",
                        "\"VerificationMessageTemplate\":{\"SmsMessage\":\"no code here\"}",
                        "1 validation error detected: Value 'no code here' at"
                                + " 'verificationMessageTemplate.smsMessage' failed to satisfy constraint: Member must"
                                + " satisfy regular expression pattern: .*\\{####\\}.*"),
                argumentSet(
                        "no link in the e-mail",
                        "\"VerificationMessageTemplate\":{\"EmailMessageByLink\":\"no link here\"}",
                        "1 validation error detected: Value 'no link here' at"
                                + " 'verificationMessageTemplate.emailMessageByLink' failed to satisfy constraint:"
                                + " Member must satisfy regular expression pattern: " + pattern + "\\{##" + pattern
                                + "##\\}" + pattern),
                argumentSet(
                        "long subject",
                        "\"VerificationMessageTemplate\":{\"EmailSubject\":\"" + "s".repeat(141) + "\"}",
                        "1 validation error detected: Value '" + "s".repeat(141)
                                + "' at 'verificationMessageTemplate.emailSubject' failed to satisfy constraint: Member"
                                + " must have length less than or equal to 140"));
    }

    @Test
    void anUpdateIsHeldToTheSameRules() {
        String id = api.pool("\"UserPoolTier\":\"LITE\"");

        assertThat(update(id, "\"AutoVerifiedAttributes\":[\"phone_number\"]"))
                .endsWith("SMS configuration is required when phone_number is selected for auto verification");
        assertThat(update(id, "\"MfaConfiguration\":\"ON\""))
                .endsWith("Auto verification for phone_number are required when MFA is required/optional");
        assertThat(update(id, "\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}"))
                .as("the tier it has")
                .endsWith("for the LITE pricing tier configured: Threat Protection");
        assertThat(update(
                        id, "\"LambdaConfig\":{\"PreSignUp\":\"" + FUNCTION.replace("us-east-1", "eu-west-1") + "\"}"))
                .endsWith("Cross-region lambda functions are not supported");
    }

    /** Clause D5.t1. */
    @Test
    void wherePhonesGetSmsTheRulesHold() {
        String members = "\"AutoVerifiedAttributes\":[\"phone_number\"],\"MfaConfiguration\":\"ON\","
                + "\"SmsConfiguration\":{" + ROLE + ",\"SnsRegion\":\"us-east-1\",\"ExternalId\":\"x\"}";
        String id = api.pool(members);

        assertThat(api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\"," + members + "}"))
                .isEqualTo("{}");
    }

    /** Clause D1.8. */
    @Test
    void anInvitationTellsTheName() {
        for (String text : new String[] {"EmailMessage", "SMSMessage"}) {
            String members = "\"AdminCreateUserConfig\":{\"InviteMessageTemplate\":{\"" + text + "\":\"Use {####}\"}}";

            assertThat(api.refusal("CreateUserPool", "{\"PoolName\":\"people\"," + members + "}"))
                    .isEqualTo("InvalidParameterException: Invitation messages must contain {username}.");
            assertThat(update(api.pool(""), members)).endsWith("must contain {username}.");
        }
    }

    @Test
    void sendersAreTakenInAllTheirForms() {
        for (String from : new String[] {"jane@example.com", "Jane Doe <jane@example.com>", "\\\"J, D\\\" <j@e.com>"}) {
            api.pool("\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\"," + SOURCE + ",\"From\":\"" + from
                    + "\"}");
        }
        assertThat(api.answer(
                        "CreateUserPool",
                        "{\"PoolName\":\"people\",\"EmailConfiguration\":{\"EmailSendingAccount\":\"DEVELOPER\","
                                + SOURCE.replace("us-east-1", "eu-central-1") + "}}",
                        "eu-central-1"))
                .contains("\"EmailSendingAccount\":\"DEVELOPER\"");
    }

    @Test
    void aPoolInSeoulSendsItsSmsFromTokyo() {
        String request = "{\"PoolName\":\"people\",\"SmsConfiguration\":{" + ROLE + ",\"SnsRegion\":\"$\"}}";

        assertThat(api.answer("CreateUserPool", request.replace("$", "ap-northeast-1"), "ap-northeast-2"))
                .contains("\"SnsRegion\":\"ap-northeast-1\"");
        assertThat(api.refusal("CreateUserPool", request.replace("$", "ap-northeast-2"), "ap-northeast-2"))
                .isEqualTo("InvalidParameterException: Invalid snsRegion. Allowed SNS region for ap-northeast-2 is"
                        + " ap-northeast-1");
    }

    private String update(String id, String members) {
        return api.refusal("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\"," + members + "}");
    }

    private static String schema(String attribute) {
        return "\"Schema\":[{" + attribute + "}]";
    }

    private static String recovery(String options) {
        return "\"AccountRecoverySetting\":{\"RecoveryMechanisms\":[" + options + "]}";
    }
}
