package dev.cognate.wire;

import static dev.cognate.wire.Requests.accepted;
import static dev.cognate.wire.Requests.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.Violations.Kind;
import dev.cognate.wire.model.Operations;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts about broken constraints. Reference: oauth-config A5, lifecycle A3. */
class ViolationsTest {
    private static final String POOL = "{\"UserPoolId\":\"us-east-1_A\",";
    private static final StringRule SHORT = new StringRule(1, 4, null, false);
    private static final String POOL_CLIENT = POOL + "\"ClientName\":\"c\",";

    @Test
    void aFaultIsOneInTheSingular() {
        assertThat(violations(Operations.SIGN_UP, signUp("Password", "a".repeat(257))))
                .isEqualTo("1 validation error detected: Value at 'password' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 256");
    }

    @Test
    void anEmptyUsernameBreaksTwoRulesAndIsNotShown() {
        assertThat(clauses(violations(Operations.RESEND_CONFIRMATION_CODE, "{\"ClientId\":\"c\",\"Username\":\"\"}")))
                .containsExactlyInAnyOrder(
                        "Value at 'username' failed to satisfy constraint: "
                                + "Member must have length greater than or equal to 1",
                        "Value at 'username' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
    }

    @Test
    void faultsOfAllMembersAreCollected() {
        String message = violations(Operations.CONFIRM_SIGN_UP, """
                {"ClientId":"ap-northeast-1_xxxxxxxxx","Username":"a b","ConfirmationCode":""}""");

        assertThat(message).startsWith("4 validation errors detected: ");
        assertThat(clauses(message))
                .containsExactlyInAnyOrder(
                        "Value 'ap-northeast-1_xxxxxxxxx' at 'clientId' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: [\\w+]+",
                        "Value at 'username' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+",
                        "Value '' at 'confirmationCode' failed to satisfy constraint: "
                                + "Member must have length greater than or equal to 1",
                        "Value '' at 'confirmationCode' failed to satisfy constraint: "
                                + "Member must satisfy regular expression pattern: [\\S]+");
    }

    @Test
    void anAbsentMemberIsNullUnlessItsShapeIsSensitive() {
        assertThat(clauses(violations(Operations.CONFIRM_SIGN_UP, "{}")))
                .containsExactlyInAnyOrder(
                        "Value null at 'clientId' failed to satisfy constraint: Member must not be null",
                        "Value at 'username' failed to satisfy constraint: Member must not be null",
                        "Value null at 'confirmationCode' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void jsonNullEqualsAbsent() {
        String nulls = "{\"ClientId\":null,\"Username\":null,\"ConfirmationCode\":null,\"SecretHash\":null}";
        assertThat(violations(Operations.CONFIRM_SIGN_UP, nulls))
                .isEqualTo(violations(Operations.CONFIRM_SIGN_UP, "{}"));

        String amplify = "{\"ClientId\":\"c\",\"Username\":\"u\",\"UserAttributes\":null,\"ValidationData\":null,"
                + "\"AnalyticsMetadata\":null,\"ClientMetadata\":null}";
        assertThat(accepted(Operations.SIGN_UP, amplify))
                .isEqualTo(accepted(Operations.SIGN_UP, "{\"ClientId\":\"c\",\"Username\":\"u\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, greater than or equal to 0",
        "61, less than or equal to 60",
        "61.9, less than or equal to 60",
        "9999999999, less than or equal to 60",
    })
    void aNumberOutOfItsRangeIsToldItsBound(String number, String bound) {
        String shown = number.replace(".9", "");

        assertThat(violations(Operations.LIST_USERS, POOL + "\"Limit\":" + number + "}"))
                .isEqualTo("1 validation error detected: Value '" + shown
                        + "' at 'limit' failed to satisfy constraint: Member must have value " + bound);
    }

    @Test
    void aNumberWithoutARangeIsThatOfAnInt() {
        String precedence = POOL + "\"GroupName\":\"g\",\"Precedence\":";
        assertThat(accepted(Operations.CREATE_GROUP, precedence + "2147483647}").precedence())
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(violations(Operations.CREATE_GROUP, precedence + "2147483648}"))
                .isEqualTo("1 validation error detected: Value '2147483648' at 'precedence' failed to satisfy "
                        + "constraint: Member must have value less than or equal to 2147483647");
        String domain = POOL + "\"Domain\":\"d\",\"ManagedLoginVersion\":-2147483649}";
        assertThat(violations(Operations.CREATE_USER_POOL_DOMAIN, domain))
                .isEqualTo(
                        "1 validation error detected: Value '-2147483649' at 'managedLoginVersion' failed to satisfy "
                                + "constraint: Member must have value greater than or equal to -2147483648");
    }

    @Test
    void aPatternIsShownAsTheModelWritesIt() {
        assertThat(violations(Operations.DESCRIBE_USER_POOL, "{\"UserPoolId\":\"nope\"}"))
                .isEqualTo("1 validation error detected: Value 'nope' at 'userPoolId' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+");
    }

    @Test
    void anUnknownValueOfAnEnumerationIsOneFaultEvenIfTheMemberIsRequired() {
        String body = "{\"ClientId\":\"c\",\"AuthFlow\":\"MAGIC\"}";

        assertThat(violations(Operations.INITIATE_AUTH, body))
                .startsWith("1 validation error detected: Value 'MAGIC' at 'authFlow' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "AllowedOAuthFlows":["token"]                        | [implicit, client_credentials, code]
            "AllowedOAuthFlows":["code","token"]                 | [implicit, client_credentials, code]
            """, quoteCharacter = '`')
    void theFlowsAreListedInTheOrderThatTheServiceUses(String member, String values) {
        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, POOL_CLIENT + member + "}"))
                .endsWith(" at 'allowedOAuthFlows' failed to satisfy constraint: Member must satisfy constraint: "
                        + "[Member must satisfy enum value set: " + values + "]");
    }

    @Test
    void theOtherObservedOrders() {
        assertThat(violations(Operations.CREATE_USER_POOL, "{\"PoolName\":\"p\",\"AutoVerifiedAttributes\":[\"fax\"]}"))
                .endsWith("[Member must satisfy enum value set: [phone_number, email]]");
        assertThat(violations(Operations.CREATE_USER_POOL, "{\"PoolName\":\"p\",\"UsernameAttributes\":[\"fax\"]}"))
                .endsWith("[Member must satisfy enum value set: [phone_number, email]]");
        String compromised = "\"CompromisedCredentialsRiskConfiguration\":";
        assertThat(violations(
                        Operations.SET_RISK_CONFIGURATION,
                        POOL + compromised + "{\"Actions\":{\"EventAction\":\"PANIC\"}}}"))
                .endsWith("Member must satisfy enum value set: [BLOCK, NO_ACTION]");
        assertThat(violations(
                        Operations.SET_RISK_CONFIGURATION,
                        POOL + compromised + "{\"EventFilter\":[\"PANIC\"],\"Actions\":{\"EventAction\":\"BLOCK\"}}}"))
                .endsWith("[Member must satisfy enum value set: [SIGN_IN, PASSWORD_CHANGE, SIGN_UP]]");
        String takeover = "\"AccountTakeoverRiskConfiguration\":{\"Actions\":{\"LowAction\":"
                + "{\"Notify\":false,\"EventAction\":\"PANIC\"}}}}";
        assertThat(violations(Operations.SET_RISK_CONFIGURATION, POOL + takeover))
                .endsWith("at 'accountTakeoverRiskConfiguration.actions.lowAction.eventAction' failed to satisfy "
                        + "constraint: Member must satisfy enum value set: "
                        + "[MFA_IF_CONFIGURED, BLOCK, NO_ACTION, MFA_REQUIRED]");
    }

    @Test
    void aListIsShownOnceWithAllConstraintsOfItsElements() {
        String body = POOL_CLIENT + "\"CallbackURLs\":[\"https://a.example/\",\"\",\" \"]}";

        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, body))
                .isEqualTo("1 validation error detected: Value '[https://a.example/, ,  ]' at 'callbackURLs' failed to "
                        + "satisfy constraint: Member must satisfy constraint: [Member must have length less than or "
                        + "equal to 1024, Member must have length greater than or equal to 1, Member must satisfy "
                        + "regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+]");
    }

    @Test
    void aListOfWrongSizeIsShownAsAWhole() {
        String flows = "\"AllowedOAuthFlows\":[\"code\",\"code\",\"implicit\",\"implicit\"]}";
        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, POOL_CLIENT + flows))
                .isEqualTo("1 validation error detected: Value '[code, code, implicit, implicit]' at "
                        + "'allowedOAuthFlows' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 3");
        assertThat(violations(Operations.ADD_CUSTOM_ATTRIBUTES, POOL + "\"CustomAttributes\":[]}"))
                .isEqualTo("1 validation error detected: Value '[]' at 'customAttributes' failed to satisfy "
                        + "constraint: Member must have length greater than or equal to 1");
    }

    @Test
    void anUnknownElementDoesNotAlsoMakeTheListTooShort() {
        String body = POOL_CLIENT + "\"AllowedOAuthFlows\":[\"token\"]}";

        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, body))
                .startsWith("1 validation error detected: Value '[token]' at 'allowedOAuthFlows' ");
    }

    @Test
    void anElementThatIsNullIsNamed() {
        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, POOL_CLIENT + "\"CallbackURLs\":[null]}"))
                .startsWith("1 validation error detected: Value '[null]' at 'callbackURLs' failed")
                .endsWith(", Member must not be null]");
        assertThat(violations(Operations.SIGN_UP, signUpWith("\"UserAttributes\":[{\"Name\":\"a\"},null]")))
                .isEqualTo("1 validation error detected: Value null at 'userAttributes.2.member' failed to satisfy "
                        + "constraint: Member must not be null");
    }

    @Test
    void theKeysOfAMapAreNamedOnceAndItsValuesOnce() {
        String tags =
                "{\"PoolName\":\"p\",\"UserPoolTags\":{\"\":\"a\",\"k\":\"" + "v".repeat(257) + "\",\"ok\":\"b\"}}";

        assertThat(clauses(violations(Operations.CREATE_USER_POOL, tags)))
                .containsExactlyInAnyOrder(
                        "Value '{=a, k=" + "v".repeat(257) + ", ok=b}' at 'userPoolTags' failed to satisfy constraint: "
                                + "Map keys must satisfy constraint: [Member must have length less than or equal to "
                                + "128, Member must have length greater than or equal to 1]",
                        "Value '{=a, k=" + "v".repeat(257) + ", ok=b}' at 'userPoolTags' failed to satisfy constraint: "
                                + "Map value must satisfy constraint: [Member must have length less than or equal to "
                                + "256, Member must have length greater than or equal to 0]");
    }

    @Test
    void aMapOfWrongSizeIsShownAsAWhole() {
        String terms = POOL + """
                "ClientId":"c","TermsName":"terms-of-use","TermsSource":"LINK","Enforcement":"NONE","Links":{}}""";

        assertThat(violations(Operations.CREATE_TERMS, terms))
                .isEqualTo("1 validation error detected: Value '{}' at 'links' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void bytesAreMeasuredDecodedAndNeverShown() {
        String image = "\"ImageFile\":\"" + Blob.of(new byte[131_073]).base64() + "\"}";

        assertThat(violations(Operations.SET_UI_CUSTOMIZATION, POOL + image))
                .isEqualTo("1 validation error detected: Value at 'imageFile' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 131072");
    }

    @Test
    void elementsOfAListAreCountedFromOne() {
        String schema = "\"Schema\":[{\"Name\":\"phone_number_verified\",\"AttributeDataType\":\"Boolean\"}]}";

        assertThat(violations(Operations.CREATE_USER_POOL, "{\"PoolName\":\"p\"," + schema))
                .isEqualTo(
                        "1 validation error detected: Value 'phone_number_verified' at 'schema.1.member.name' failed "
                                + "to satisfy constraint: Member must have length less than or equal to 20");
    }

    @Test
    void aMemberWithANameOfItsOwnInMessagesHasIt() {
        String body = "{\"PoolName\":\"p\",\"VerificationMessageTemplate\":{\"EmailSubject\":\"\"},"
                + "\"AdminCreateUserConfig\":{\"InviteMessageTemplate\":{\"EmailMessage\":\"\"}}}";

        assertThat(violations(Operations.CREATE_USER_POOL, body))
                .contains("at 'verificationMessageTemplate.emailSubject'")
                .contains("at 'adminCreateUserConfig.inviteMessage.emailMessage'")
                .doesNotContain("inviteMessageTemplate");
    }

    @Test
    void aMemberOfAMapValueIsFoundUnderItsKey() {
        String body = "{\"PoolName\":\"p\",\"AcrConfiguration\":{\"Level1\":{}}}";

        assertThat(violations(Operations.CREATE_USER_POOL, body))
                .isEqualTo(
                        "1 validation error detected: Value null at 'acrConfiguration.Level1.member.acrValue' failed "
                                + "to satisfy constraint: Member must not be null");
    }

    @Test
    void secretsAreNeverShown() {
        String wrong = "\\u0001" + "s3cr3t".repeat(400);
        String body = """
                {"ClientId":"c","Username":"%1$s","Password":"%1$s","SecretHash":"%1$s",
                 "UserAttributes":[{"Name":"email","Value":"%1$s"}],"ValidationData":[{"Name":"a","Value":"%1$s"}],
                 "UserContextData":{"IpAddress":"%2$s","EncodedData":"%2$s"}}""".formatted(wrong, "s3cr3t".repeat(22_000));

        String message = violations(Operations.SIGN_UP, body);

        assertThat(message)
                .doesNotContain("s3cr3t")
                .contains("Value at 'username' failed")
                .contains("Value at 'password' failed")
                .contains("Value at 'secretHash' failed")
                .contains("Value at 'userAttributes.1.member.value' failed")
                .contains("Value at 'validationData.1.member.value' failed")
                .contains("Value at 'userContextData.ipAddress' failed")
                .contains("Value at 'userContextData.encodedData' failed");
    }

    @Test
    void secretsInsideAListAreNotShownWithIt() {
        String attribute = "{\"Name\":\"a\",\"Value\":\"s3cr3t\"}";
        String body = POOL + "\"Username\":\"u\",\"UserAttributes\":[" + attribute + "],\"ClientMetadata\":{}}";
        assertThat(accepted(Operations.ADMIN_UPDATE_USER_ATTRIBUTES, body).toString())
                .doesNotContain("s3cr3t");

        Violations violations = new Violations();
        violations.list(
                Path.ROOT,
                "userAttributes",
                accepted(Operations.ADMIN_UPDATE_USER_ATTRIBUTES, body).userAttributes(),
                2,
                3);
        assertThat(violations.message())
                .contains("Value '[AttributeType[")
                .contains("value=***")
                .doesNotContain("s3cr3t");
    }

    /** What is stored is read by other rules than a request: the kinds of what is broken are told apart there. */
    @Test
    void whatIsBrokenIsOfAKind() {
        assertThat(kinds(v -> v.required(Path.ROOT, "Name", null, false))).containsExactly(Kind.MISSING);
        assertThat(kinds(v -> v.string(Path.ROOT, "Name", "too long", SHORT))).containsExactly(Kind.MISFIT);
        assertThat(kinds(v -> v.integer(Path.ROOT, "Days", 11L, 1, 10))).containsExactly(Kind.MISFIT);
        assertThat(kinds(v -> v.map(Path.ROOT, "Tags", Map.of(), 1, 10, false))).containsExactly(Kind.MISFIT);
        assertThat(kinds(v -> v.oneOf(Path.ROOT, "Tier", "GOLD", _ -> null, "[LITE]")))
                .containsExactly(Kind.UNKNOWN);
        assertThat(kinds(v -> v.string(Path.ROOT, "Name", "fits", SHORT))).isEmpty();
    }

    @Test
    void theElementsOfAListAreBrokenInMoreThanOneWay() {
        assertThat(kinds(v -> v.strings(Path.ROOT, "Names", Arrays.asList("a", null), SHORT)))
                .containsExactly(Kind.MISSING);
        assertThat(kinds(v -> v.strings(Path.ROOT, "Names", Arrays.asList("too long", null), SHORT)))
                .containsExactly(Kind.MISSING, Kind.MISFIT);
        assertThat(kinds(v -> v.listOf(Path.ROOT, "Tiers", Arrays.asList("GOLD", null), _ -> null, "[LITE]")))
                .containsExactly(Kind.MISSING, Kind.UNKNOWN);
    }

    @Test
    void aKindIsKnownThoughTheTextNamesOthers() {
        Set<Kind> kinds = kinds(v -> {
            for (int i = 0; i < 60; i++) {
                v.string(Path.ROOT, "Name" + i, "too long", SHORT);
            }
            v.required(Path.ROOT, "Id", null, false);
            assertThat(v.message()).doesNotContain("null");
        });
        assertThat(kinds).containsExactly(Kind.MISSING, Kind.MISFIT);
    }

    private static Set<Kind> kinds(Consumer<Violations> read) {
        Violations violations = new Violations();
        read.accept(violations);
        return Arrays.stream(Kind.values())
                .filter(violations::has)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }

    @Test
    void lengthsAreCountedInCodePoints() {
        String dragons = "\uD83D\uDC09".repeat(128);
        assertThat(accepted(
                                Operations.RESEND_CONFIRMATION_CODE,
                                "{\"ClientId\":\"c\",\"Username\":\"" + dragons + "\"}")
                        .username())
                .isEqualTo(dragons);
        assertThat(violations(
                        Operations.RESEND_CONFIRMATION_CODE,
                        "{\"ClientId\":\"c\",\"Username\":\"" + dragons + "\uD83D\uDC09\"}"))
                .endsWith("Member must have length less than or equal to 128");
    }

    private static String signUp(String member, String value) {
        return signUpWith("\"" + member + "\":\"" + value + "\"");
    }

    private static String signUpWith(String member) {
        return "{\"ClientId\":\"c\",\"Username\":\"u\"," + member + "}";
    }

    private static List<String> clauses(String message) {
        return Arrays.asList(message.substring(message.indexOf(": ") + 2).split("; ", -1));
    }
}
