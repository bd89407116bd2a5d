package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GetCSVHeader over the wire. Reference: lifecycle H, "Header order". */
class GetCSVHeaderTest extends ImportRoom {
    /** Clauses H.1, H.t8. */
    @Test
    void standardAttributesComeFirstThenCustomOnesThenTheTwoOfTheService() {
        pool.adminCall(
                "AddCustomAttributes",
                "\"CustomAttributes\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"},"
                        + "{\"Name\":\"age\",\"AttributeDataType\":\"Number\"},"
                        + "{\"Name\":\"score\",\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":true}]");

        String columns = HEADER.replace(",cognito:mfa_enabled", ",custom:team,custom:age,cognito:mfa_enabled");
        assertThat(pool.adminCall("GetCSVHeader", "").body())
                .isEqualTo("{\"CSVHeader\":[\"" + columns.replace(",", "\",\"") + "\"],\"UserPoolId\":\"" + pool.id()
                        + "\"}");
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(server.call("GetCSVHeader", "{\"UserPoolId\":\"us-east-1_unknown\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }
}
