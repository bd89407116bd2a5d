package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.SetUICustomizationRequest;
import dev.cognate.wire.model.SignUpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers on the wire. Reference: oauth-config A2. */
class JsonOutputTest {

    @Test
    void membersAreInAlphabeticalOrderWithoutSpacesAndAbsentOnesAreLeftOut() {
        var details = new CodeDeliveryDetailsType("j***@e***", DeliveryMediumType.EMAIL, "email");
        var answer = new SignUpResponse(false, details, "0d1e2f3a", null);

        assertThat(JsonOutput.text(answer))
                .isEqualTo("{\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"Destination\":\"j***@e***\"},\"UserConfirmed\":false,\"UserSub\":\"0d1e2f3a\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-09-19T22:26:54.598Z, 1726784814.598",
        "2024-09-19T22:26:54.590Z, 1726784814.59",
        "2024-09-19T22:26:54Z, 1726784814",
        "2024-09-19T22:26:54.598999Z, 1726784814.598",
        "2023-11-14T22:13:20Z, 1700000000",
        "1970-01-01T00:00:00Z, 0",
        "1970-01-01T00:00:00.001Z, 0.001",
        "1969-12-31T23:59:58.500Z, -1.5",
    })
    void aTimestampIsEpochSecondsInPlainDecimals(Instant time, String number) {
        GroupType group = GroupType.builder().creationDate(time).build();

        assertThat(JsonOutput.text(group)).isEqualTo("{\"CreationDate\":" + number + "}");
    }

    @Test
    void bytesAreBase64() {
        var request = new SetUICustomizationRequest("us-east-1_A", null, null, Blob.of(new byte[] {-1, 0, 62, 63}));

        assertThat(JsonOutput.text(request)).isEqualTo("{\"ImageFile\":\"/wA+Pw==\",\"UserPoolId\":\"us-east-1_A\"}");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            {"b":1,"a":[true,false,null,{}]}
            1.10
            1e400
            -0.0
            100000000000000000000000000000000000001
            "text"
            []
            true
            {"a":1,"a":2}
            {"\u00e4":"\uD83D\uDE00"}
            """)
    void aFreeDocumentComesBackAsItWasSent(String json) {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\":" + json + "}";
        Document settings = Requests.accepted(Operations.CREATE_MANAGED_LOGIN_BRANDING, body)
                .settings();

        assertThat(JsonOutput.text(
                        ManagedLoginBrandingType.builder().settings(settings).build()))
                .isEqualTo("{\"Settings\":" + json + "}");
    }

    @Test
    void aFreeDocumentLosesOnlyItsSpaces() {
        String body = "{\"UserPoolId\":\"us-east-1_A\",\"ClientId\":\"c\",\"Settings\": { \"a\" : [ 1 , 2 ] }}";

        assertThat(Requests.accepted(Operations.CREATE_MANAGED_LOGIN_BRANDING, body)
                        .settings())
                .isEqualTo(new Document("{\"a\":[1,2]}"));
    }

    @Test
    void textIsUtf8AndOnlyEscapedWhereJsonWantsIt() {
        var attribute =
                new AttributeType("n\u00E4m\u00E9 \u65E5\u672C \uD83D\uDE00", "\"\\/\b\f\n\r\t\u0001\u007F<>&'");

        assertThat(JsonOutput.text(attribute))
                .isEqualTo("{\"Name\":\"n\u00E4m\u00E9 \u65E5\u672C \uD83D\uDE00\","
                        + "\"Value\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007F<>&'\"}");
    }

    @Test
    void halfASurrogatePairIsEscapedAndBreaksNothing() {
        assertThat(JsonOutput.text(new AttributeType("a", "\uD800")))
                .isEqualTo("{\"Name\":\"a\",\"Value\":\"\\uD800\"}");
    }

    @Test
    void anEmptyListOrMapIsPresent() {
        assertThat(JsonOutput.text(out -> {
                    out.beginObject();
                    out.member("Entries", Map.of());
                    out.member("List", List.of());
                    out.nullMember("Null");
                    out.endObject();
                }))
                .isEqualTo("{\"Entries\":{},\"List\":[],\"Null\":null}");
    }

    @Test
    void listsAndMapsHoldTextStructuresEnumerationsAndEachOther() {
        assertThat(JsonOutput.text(out -> {
                    out.beginObject();
                    out.member(
                            "All",
                            List.of(
                                    "a",
                                    DeliveryMediumType.SMS,
                                    new AttributeType("n", "v"),
                                    Map.of("k", List.of("b"))));
                    out.endObject();
                }))
                .isEqualTo("{\"All\":[\"a\",\"SMS\",{\"Name\":\"n\",\"Value\":\"v\"},{\"k\":[\"b\"]}]}");
    }

    @Test
    void aWholeDocumentCanBeAnArray() {
        assertThat(JsonOutput.text(
                        out -> out.array(List.of(new AttributeType("n", "v"), new AttributeType("m", null)))))
                .isEqualTo("[{\"Name\":\"n\",\"Value\":\"v\"},{\"Name\":\"m\"}]");
    }

    @Test
    void anErrorWritesItsOwnMembers() {
        assertThat(JsonOutput.text(out -> {
                    out.beginObject();
                    new InvalidParameterException("no", "Because").writeMembers(out);
                    new InvalidParameterException("no").writeMembers(out);
                    out.endObject();
                }))
                .isEqualTo("{\"reasonCode\":\"Because\"}");
    }
}
