package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.clients.Client;
import dev.cognate.domain.ClientId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What threat protection is to do. Reference: auth 23, oauth-config B14. */
final class SetRiskConfigurationTest extends RiskRoom {
    static final String PARTS = "\"AccountTakeoverRiskConfiguration\":{\"Actions\":{\"HighAction\":"
            + "{\"EventAction\":\"BLOCK\",\"Notify\":true}},\"NotifyConfiguration\":{\"SourceArn\":"
            + "\"arn:aws:ses:us-east-1:123456789012:identity/example.com\"}},"
            + "\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"BLOCK\"},"
            + "\"EventFilter\":[\"SIGN_IN\"]}";
    private static final String RANGES =
            "\"RiskExceptionConfiguration\":{\"BlockedIPRangeList\":[\"%s\"],\"SkippedIPRangeList\":[\"2001:db8::/32\"]}";

    private Reply set(String members) {
        return pool.adminCall("SetRiskConfiguration", members);
    }

    @Test
    void whatWasSetIsShownAsItIs() {
        Reply set = set(PARTS + "," + RANGES.formatted("192.0.2.0/24"));

        String start = "{\"RiskConfiguration\":{" + PARTS.substring(0, PARTS.indexOf("\"Compromised"));
        assertThat(set.body()).startsWith(start).contains("\"LastModifiedDate\":", RANGES.formatted("192.0.2.0/24"));
        assertThat(pool.adminCall("DescribeRiskConfiguration", "").body()).isEqualTo(set.body());
    }

    /** "ClientId (absent = pool level; client level replaces it)." */
    @Test
    void aClientHasItsOwnInPlaceOfThePools() {
        set(PARTS);
        Client client = server.rooms().clients().require(new ClientId(pool.client()));
        Risk risk = server.rooms().risk();
        assertThat(Objects.requireNonNull(server.store().read(tx -> risk.configuration(tx, client)))
                        .clientId())
                .isNull();

        set("\"ClientId\":\"" + pool.client() + "\"," + RANGES.formatted("192.0.2.0/24"));

        var own = Objects.requireNonNull(server.store().read(tx -> risk.configuration(tx, client)));
        assertThat(own.clientId()).isEqualTo(pool.client());
        assertThat(own.accountTakeoverRiskConfiguration()).isNull();
    }

    /** "Omitting everything removes the configuration." */
    @Test
    void nothingAtAllRemovesIt() {
        set(PARTS);

        assertThat(set("").status()).isEqualTo(200);

        assertThat(pool.adminCall("DescribeRiskConfiguration", "").body())
                .isEqualTo("{\"RiskConfiguration\":{\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    /** "Incorrect CIDR format." */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "192.0.2.0/33",
                "192.0.2/24",
                "256.0.0.0/8",
                "2001:db8::/129",
                "host/24",
                "",
                "::g/1"
            })
    void whatIsNoRangeIsRefused(String range) {
        assertThat(set(RANGES.formatted(range)).outcome())
                .isEqualTo("InvalidParameterException: Incorrect CIDR format");
    }

    /** "Notify true without NotifyConfiguration"; "SourceArn region message as B2". */
    @Test
    void whatTheServiceRefusesIsRefused() {
        assertThat(set("\"AccountTakeoverRiskConfiguration\":{\"Actions\":{\"LowAction\":{\"EventAction\":\"BLOCK\","
                                + "\"Notify\":true}}}")
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: NotifyConfiguration is required when an action notifies the user.");
        assertThat(set(PARTS.replace("us-east-1", "eu-north-1")).outcome())
                .isEqualTo("InvalidParameterException: Provided SourceArn must be in one of the following SES regions:"
                        + " eu-west-1, us-east-1, us-west-2.");
        assertThat(set("\"ClientId\":\"none\"").outcome())
                .isEqualTo("ResourceNotFoundException: User pool client none does not exist.");
        assertThat(set("\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"PANIC\"}}")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    /** "With OFF all ops below → UserPoolAddOnNotEnabledException." */
    @Test
    void thePoolNeedsThreatProtection() {
        pool = server.pool("");
        assertThat(set(PARTS).outcome()).isEqualTo(notEnabled());
        pool = new TestPool(server, "us-east-1_NONE", "none");
        assertThat(set(PARTS).outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
