package dev.cognate.wire;

import static dev.cognate.wire.Requests.accepted;
import static dev.cognate.wire.Requests.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.Operations;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what the protocol expects. Reference: oauth-config A4. */
class TypeMismatchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "null",
                "\"x\"",
                "1",
                "true",
                "{\"a\":1,}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1",
                "{} x",
                "{}{}",
                "{}]",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":NaN}",
                "{\"a\":0x1}",
                "{\"a\":nul}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":/**/1}"
            })
    void whatIsNoJsonObjectIsRefusedWithoutAMessage(String body) {
        assertSerialization(refused(Operations.SIGN_UP, body), null);
    }

    @Test
    void aListInPlaceOfTheRequestIsNamed() {
        assertSerialization(refused(Operations.SIGN_UP, "[]"), "Start of list found where not expected");
        assertSerialization(refused(Operations.SIGN_UP, "[{}]"), "Start of list found where not expected");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "1"     | STRING_VALUE can not be converted to an Integer
            ""      | STRING_VALUE can not be converted to an Integer
            true    | TRUE_VALUE can not be converted to an Integer
            false   | FALSE_VALUE can not be converted to an Integer
            [1]     | Start of list found where not expected
            {}      | Start of structure or map found where not expected.
            """, delimiter = '|')
    void anIntegerMustBeANumber(String value, String message) {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"Limit\":" + value + "}";

        assertSerialization(refused(Operations.LIST_USERS, body), message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            1       | NUMBER_VALUE can not be converted to a String
            1.5     | NUMBER_VALUE can not be converted to a String
            true    | TRUE_VALUE can not be converted to a String
            false   | FALSE_VALUE can not be converted to a String
            ["a"]   | Start of list found where not expected
            {"a":1} | Start of structure or map found where not expected.
            """, delimiter = '|')
    void aStringMustBeAString(String value, String message) {
        String body = "{\"ClientId\":\"c\",\"Username\":" + value + "}";

        assertSerialization(refused(Operations.RESEND_CONFIRMATION_CODE, body), message);
        String enumeration = "{\"ClientId\":\"c\",\"AuthFlow\":" + value + "}";
        assertSerialization(refused(Operations.INITIATE_AUTH, enumeration), message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "true"  | STRING_VALUE can not be converted to a Boolean
            1       | NUMBER_VALUE can not be converted to a Boolean
            []      | Start of list found where not expected
            {}      | Start of structure or map found where not expected.
            """, delimiter = '|')
    void aBooleanMustBeABoolean(String value, String message) {
        String body = "{\"ClientId\":\"c\",\"Username\":\"u\",\"ConfirmationCode\":\"1\",\"ForceAliasCreation\":"
                + value + "}";

        assertSerialization(refused(Operations.CONFIRM_SIGN_UP, body), message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "a"     | Expected list or null
            1       | Expected list or null
            true    | Expected list or null
            {}      | Start of structure or map found where not expected.
            """, delimiter = '|')
    void aListMustBeAList(String value, String message) {
        assertSerialization(refused(Operations.SIGN_UP, "{\"UserAttributes\":" + value + "}"), message);
        assertSerialization(refused(Operations.LIST_USERS, "{\"AttributesToGet\":" + value + "}"), message);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            "a"     | Expected null
            1       | Expected null
            true    | Expected null
            []      | Start of list found where not expected
            """, delimiter = '|')
    void aStructureOrMapMustBeAnObject(String value, String message) {
        assertSerialization(refused(Operations.SIGN_UP, "{\"AnalyticsMetadata\":" + value + "}"), message);
        assertSerialization(refused(Operations.SIGN_UP, "{\"ClientMetadata\":" + value + "}"), message);
    }

    @Test
    void aMismatchInsideAListOrMapIsFoundToo() {
        assertSerialization(
                refused(Operations.SIGN_UP, "{\"UserAttributes\":[{\"Name\":1}]}"),
                "NUMBER_VALUE can not be converted to a String");
        assertSerialization(refused(Operations.SIGN_UP, "{\"UserAttributes\":[\"a\"]}"), "Expected null");
        assertSerialization(
                refused(Operations.SIGN_UP, "{\"ClientMetadata\":{\"a\":{}}}"),
                "Start of structure or map found where not expected.");
        assertSerialization(
                refused(Operations.LIST_USERS, "{\"AttributesToGet\":[true]}"),
                "TRUE_VALUE can not be converted to a String");
    }

    @Test
    void aMismatchWinsOverABrokenConstraint() {
        Fault fault = refused(Operations.CONFIRM_SIGN_UP, "{\"ClientId\":\"!\",\"ConfirmationCode\":1}");

        assertSerialization(fault, "NUMBER_VALUE can not be converted to a String");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1.9, 1", "-0.9, 0", "2e1, 20", "1.5e1, 15", "0, 0", "-0, 0", "0.6e2, 60", "600e-1, 60"})
    void aDecimalIsCutOffToAnInteger(String number, int limit) {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"Limit\":" + number + "}";

        assertThat(accepted(Operations.LIST_USERS, body).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "1726784814.598, 2024-09-19T22:26:54.598Z",
        "1.7E9, 2023-11-14T22:13:20Z",
        "1726784814, 2024-09-19T22:26:54Z",
        "0, 1970-01-01T00:00:00Z",
        "-1.5, 1969-12-31T23:59:58.500Z",
        "1726784814.5989999, 2024-09-19T22:26:54.598Z",
    })
    void aTimestampIsReadFromAnyNumberInMilliseconds(String number, Instant time) {
        GroupType group = JsonInput.decodeStored("{\"CreationDate\":" + number + "}", GroupType::read);

        assertThat(group.creationDate()).isEqualTo(time);
    }

    @Test
    void aTimestampIsNoText() {
        byte[] body = "{\"CreationDate\":\"2024-09-19T22:26:54Z\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(Fault.class, () -> JsonInput.decode(body, GroupType::read)))
                .hasMessage("STRING_VALUE can not be converted to a Timestamp");
    }

    @Test
    void bytesThatAreNotBase64AreRefused() {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ImageFile\":\"%%%\"}";

        assertSerialization(refused(Operations.SET_UI_CUSTOMIZATION, body), null);
    }

    private static void assertSerialization(Fault fault, @Nullable String message) {
        assertThat(fault.type()).isEqualTo("SerializationException");
        assertThat(fault.status()).isEqualTo(400);
        assertThat(fault.getMessage()).isEqualTo(message);
    }
}
