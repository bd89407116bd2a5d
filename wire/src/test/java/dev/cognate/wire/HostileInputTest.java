package dev.cognate.wire;

import static dev.cognate.wire.Requests.accepted;
import static dev.cognate.wire.Requests.refused;
import static dev.cognate.wire.Requests.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.Operations;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are made to hurt: each is answered at once, and by nothing but a fault of the protocol. */
@Timeout(10)
class HostileInputTest {
    private static final String CLIENT_AND = "{\"ClientId\":\"c\",\"Username\":\"u\",";
    private static final int MEGABYTE = 1 << 20;

    @Test
    void tenThousandLevelsAreRefusedWhereverTheyStand() {
        String arrays = "[".repeat(10_000) + "]".repeat(10_000);
        String objects = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
        for (String deep : new String[] {arrays, objects, "[".repeat(10_000), "{\"a\":".repeat(10_000)}) {
            assertUnreadable("{\"Unknown\":" + deep + "}");
            assertUnreadable("{\"UserAttributes\":[{\"Unknown\":" + deep + "}]}");
            String branding = "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\":" + deep + "}";
            assertThat(refused(Operations.CREATE_MANAGED_LOGIN_BRANDING, branding)
                            .type())
                    .isEqualTo("SerializationException");
        }
        assertThat(refused(Operations.SIGN_UP, arrays).type()).isEqualTo("SerializationException");
        assertUnreadable(objects);
    }

    @Test
    void theDeepestDocumentThatIsAcceptedCanBeStoredInsideAnother() {
        String deep = "[".repeat(199) + "]".repeat(199);
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\":" + deep + "}";
        var branding = accepted(Operations.CREATE_MANAGED_LOGIN_BRANDING, body);

        String stored = JsonOutput.text(branding);

        assertThat(JsonInput.decodeStored(stored, Operations.CREATE_MANAGED_LOGIN_BRANDING.input()))
                .isEqualTo(branding);
        assertThat(refused(Operations.CREATE_MANAGED_LOGIN_BRANDING, body.replace("[]", "[[]]"))
                        .type())
                .isEqualTo("SerializationException");
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, 9223372036854775807, less than or equal to 60",
        "-1e999999999, -9223372036854775808, greater than or equal to 0",
        "1e2147483647, 9223372036854775807, less than or equal to 60",
        "9223372036854775808, 9223372036854775807, less than or equal to 60",
        "-9223372036854775809, -9223372036854775808, greater than or equal to 0",
    })
    void aHugeNumberCountsAsTheNearestLong(String number, String shown, String bound) {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"Limit\":" + number + "}";

        assertThat(violations(Operations.LIST_USERS, body))
                .contains("Value '" + shown + "' at 'limit'")
                .endsWith(bound);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e-999999999", "-1e-999999999", "1e-2147483647", "0e999999999", "0.0000000000000000000001"})
    void aTinyNumberCountsAsZero(String number) {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"Limit\":" + number + "}";

        assertThat(accepted(Operations.LIST_USERS, body).limit()).isZero();
    }

    @Test
    void numbersThatCannotBeHeldAtAllAreRefused() {
        for (String number : new String[] {"1e99999999999", "-1e99999999999", "1e-99999999999", "9".repeat(2000)}) {
            Fault fault = refused(Operations.LIST_USERS, "{\"UserPoolId\":\"us-east-1_A\",\"Limit\":" + number + "}");
            assertThat(fault.type()).as(number.substring(0, 10)).isEqualTo("SerializationException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e2147483647", "1e-2147483647", "1e-999999999", "9e18"})
    void aTimestampBeyondAllTimesIsReadAndWritten(String number) {
        GroupType group = JsonInput.decodeStored("{\"CreationDate\":" + number + "}", GroupType::read);

        assertThat(group.creationDate())
                .isBetween(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));
        assertThat(JsonInput.decodeStored(JsonOutput.text(group), GroupType::read))
                .isEqualTo(group);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\ud800", "\\udc00", "a\\udbffb", "\\udc00\\ud800", "\\ud800\\ud800", "\\u0000", "a\\u0000b"})
    void textThatNotEveryStoreCanKeepIsRefusedWhereverItStands(String text) {
        assertUnreadable(CLIENT_AND + "\"UserAttributes\":[{\"Name\":\"a\",\"Value\":\"" + text + "\"}]}");
        assertUnreadable(CLIENT_AND + "\"ClientMetadata\":{\"a\":\"" + text + "\"}}");
        assertUnreadable(CLIENT_AND + "\"ClientMetadata\":{\"" + text + "\":\"a\"}}");
        for (String settings : new String[] {"\"%s\"", "[{\"a\":\"%s\"}]", "{\"%s\":1}"}) {
            String branding =
                    "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\":" + settings.formatted(text) + "}";
            assertThat(refused(Operations.CREATE_MANAGED_LOGIN_BRANDING, branding)
                            .type())
                    .isEqualTo("SerializationException");
        }
    }

    @Test
    void aWholeSurrogatePairIsACharacter() {
        String body = CLIENT_AND + "\"ClientMetadata\":{\"a\":\"\\ud83d\\ude00\",\"b\":\"\uD83D\uDE00\"}}";

        assertThat(accepted(Operations.SIGN_UP, body).clientMetadata())
                .isEqualTo(Map.of("a", "\uD83D\uDE00", "b", "\uD83D\uDE00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "C3",
                "C328",
                "FF",
                "FE",
                "E282",
                "F0288CBC", // no or half a sequence
                "C080",
                "C181",
                "E08080",
                "F0808080", // longer than need be
                "EDA080",
                "EDBFBF", // surrogates
                "F5808080",
                "F4908080",
                "F888808080", // beyond Unicode
            })
    void whatIsNotUtf8IsRefused(String hex) {
        byte[] wrong = java.util.HexFormat.of().parseHex(hex);

        assertThat(refused(Operations.SIGN_UP, body("{\"Unknown\":\"", wrong, "\"}"))
                        .type())
                .isEqualTo("SerializationException");
        assertThat(refused(Operations.SIGN_UP, body("{\"Password\":\"", wrong, "\"}"))
                        .type())
                .isEqualTo("SerializationException");
        assertThat(refused(Operations.SIGN_UP, body("{\"", wrong, "\":1}")).type())
                .isEqualTo("SerializationException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32LE", "UTF-32BE", "UTF-32"})
    void anotherEncodingThanUtf8IsRefused(String charset) {
        byte[] body = "{\"ClientId\":\"c\",\"Username\":\"u\"}".getBytes(Charset.forName(charset));

        assertThat(refused(Operations.RESEND_CONFIRMATION_CODE, body).type()).isEqualTo("SerializationException");
    }

    @Test
    void aByteOrderMarkIsNoJson() {
        byte[] body = body("", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "{}");

        assertThat(refused(Operations.LIST_USER_POOLS, body).type()).isEqualTo("SerializationException");
    }

    @Test
    void ofMembersWithTheSameNameTheLastCountsAndEveryOneIsChecked() {
        String twice = "{\"ClientId\":\"c\",\"Username\":\"first\",\"Username\":\"last\"}";
        assertThat(accepted(Operations.RESEND_CONFIRMATION_CODE, twice).username())
                .isEqualTo("last");
        String map = CLIENT_AND + "\"ClientMetadata\":{\"a\":\"first\",\"a\":\"last\"}}";
        assertThat(accepted(Operations.SIGN_UP, map).clientMetadata()).isEqualTo(Map.of("a", "last"));
        String checked = "{\"ClientId\":\"c\",\"Username\":\"a b\",\"Username\":\"last\"}";
        assertThat(violations(Operations.RESEND_CONFIRMATION_CODE, checked)).startsWith("1 validation error detected");
    }

    @Test
    void unknownMembersArePassedOver() {
        String body = """
                {"a":1,"ClientId":"c","b":{"ClientId":"x","c":[1,{"Username":"y"}]},"Username":"u","d":null,
                 "clientid":"z","":[],"AnalyticsMetadata":{"e":{},"AnalyticsEndpointId":"i"}}""";

        assertThat(accepted(Operations.RESEND_CONFIRMATION_CODE, body))
                .isEqualTo(
                        accepted(
                                Operations.RESEND_CONFIRMATION_CODE,
                                "{\"ClientId\":\"c\",\"Username\":\"u\",\"AnalyticsMetadata\":{\"AnalyticsEndpointId\":\"i\"}}"));
    }

    @Test
    void aLongValueIsShownByItsBeginning() {
        String message = violations(
                Operations.CONFIRM_SIGN_UP, CLIENT_AND + "\"ConfirmationCode\":\"" + "1".repeat(MEGABYTE) + "\"}");

        assertThat(message)
                .isEqualTo(
                        "1 validation error detected: Value '" + "1".repeat(1024) + "...' at 'confirmationCode' failed "
                                + "to satisfy constraint: Member must have length less than or equal to 2048");
    }

    @Test
    void aLongValueIsNotCutInsideACharacter() {
        String code = "1".repeat(1023) + "\uD83D\uDE00".repeat(1100);
        String message = violations(Operations.CONFIRM_SIGN_UP, CLIENT_AND + "\"ConfirmationCode\":\"" + code + "\"}");

        assertThat(message).contains("Value '" + "1".repeat(1023) + "...' at");
    }

    @Test
    void aLongKeyIsShownByItsBeginning() {
        String key = "k".repeat(MEGABYTE / 32);
        String body = "{\"PoolName\":\"p\",\"AcrConfiguration\":{\"" + key + "\":{}}}";

        assertThat(violations(Operations.CREATE_USER_POOL, body))
                .contains("at 'acrConfiguration." + "k".repeat(1024) + "....member.acrValue'")
                .hasSizeLessThan(2000);
    }

    @Test
    void aHundredThousandFaultsAreCountedAndFiftyAreTold() {
        String body = CLIENT_AND + "\"UserAttributes\":[" + "{},".repeat(100_000) + "{}]}";

        String message = violations(Operations.SIGN_UP, body);

        assertThat(message)
                .startsWith("100001 validation errors detected: Value null at 'userAttributes.1.member.name' failed")
                .contains("'userAttributes.50.member.name'")
                .doesNotContain("'userAttributes.51.member.name'")
                .endsWith("; ...");
    }

    @Test
    void aListOfAHundredThousandFaultyElementsIsToldOnce() {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ClientName\":\"c\",\"CallbackURLs\":["
                + "\"\",".repeat(300_000) + "\"\"]}";

        assertThat(violations(Operations.CREATE_USER_POOL_CLIENT, body))
                .startsWith("2 validation errors detected: ")
                .hasSizeLessThan(3000);
    }

    @Test
    void noPatternCanBeMadeToRunForLong() {
        String link = "{####}".repeat(3_300) + "\\u0001";
        String body = "{\"PoolName\":\"p\",\"VerificationMessageTemplate\":{\"EmailMessageByLink\":\"" + link
                + "\",\"EmailMessage\":\"" + link + "\"},\"EmailConfiguration\":{\"ReplyToEmailAddress\":\""
                + "@".repeat(MEGABYTE) + " \"}}";

        assertThat(violations(Operations.CREATE_USER_POOL, body)).startsWith("3 validation errors detected: ");
    }

    @Test
    void aLongMessageThatIsInOrderIsAccepted() {
        String link = "Confirm: {##here##} ".repeat(900);
        String body = "{\"PoolName\":\"p\",\"VerificationMessageTemplate\":{\"EmailMessageByLink\":\"" + link
                + "\",\"EmailMessage\":\"" + "a".repeat(19_000) + "{####}" + "b".repeat(900) + "\"}}";

        assertThat(accepted(Operations.CREATE_USER_POOL, body).verificationMessageTemplate())
                .satisfies(template -> assertThat(template.emailMessageByLink()).isEqualTo(link));
    }

    @Test
    void aMegabyteOfTextIsRead() {
        String text = "\u00E4".repeat(MEGABYTE / 2);
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\":\"" + text + "\"}";

        assertThat(accepted(Operations.CREATE_MANAGED_LOGIN_BRANDING, body).settings())
                .isEqualTo(new Document("\"" + text + "\""));
    }

    @Test
    void aStoredDocumentThatCannotBeReadIsNotTheClientsFault() {
        assertThatThrownBy(() -> JsonInput.decodeStored("{\"GroupName\":5}", GroupType::read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A stored document cannot be read");
    }

    @Test
    void aStoredDocumentIsNotHeldToTheRulesForClients() {
        GroupType group = JsonInput.decodeStored("{\"GroupName\":\"\\u0000 \\ud800\"}", GroupType::read);

        assertThat(group.groupName()).isEqualTo("\u0000 \uD800");
    }

    private static void assertUnreadable(String body) {
        Fault fault = refused(Operations.SIGN_UP, body);
        assertThat(fault.type()).isEqualTo("SerializationException");
        assertThat(fault.getMessage()).isNull();
    }

    private static byte[] body(String before, byte[] middle, String after) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(middle);
        body.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
