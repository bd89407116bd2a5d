package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A lower tier, with things of the higher one left. "Downgrade blocked: TierChangeNotAllowedException (text unknown)."
 * Reference: oauth-config B18, auth 22.
 */
class TierChangeTest {
    private static final String EVENTS = "{\"EventSource\":\"userAuthEvents\",\"LogLevel\":\"INFO\","
            + "\"S3Configuration\":{\"BucketArn\":\"arn:aws:s3:::logs\"}}";
    private static final String NOTIFICATIONS = "{\"EventSource\":\"userNotification\",\"LogLevel\":\"ERROR\","
            + "\"S3Configuration\":{\"BucketArn\":\"arn:aws:s3:::logs\"}}";
    private static final String PROTECTED =
            "\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}";
    private static final String RISK =
            "\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"BLOCK\"}}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply to(String tier, TestPool pool) {
        return pool.adminCall("UpdateUserPool", "\"UserPoolTier\":\"" + tier + "\"");
    }

    private static String refusal(String tier, String features) {
        return "TierChangeNotAllowedException: The following features need to be disabled for the " + tier
                + " pricing tier configured: " + features;
    }

    private static String tier(TestPool pool) {
        return pool.adminCall("DescribeUserPool", "").member("UserPoolTier");
    }

    private static void set(TestPool pool, String operation, String members) {
        assertThat(pool.adminCall(operation, members).status()).isEqualTo(200);
    }

    @Test
    void aPoolOfWhichNothingNeedsItsTierGetsALowerOne() {
        TestPool pool = server.pool("\"UserPoolTier\":\"PLUS\"");
        pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]");
        set(pool, "CreateUserPoolDomain", "\"Domain\":\"tier-classic\",\"ManagedLoginVersion\":1");
        set(pool, "SetLogDeliveryConfiguration", "\"LogConfigurations\":[" + NOTIFICATIONS + "]");

        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo("{}");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
        assertThat(tier(pool)).isEqualTo("LITE");
    }

    /** Auth 22: "USER_AUTH" is of ESSENTIALS and PLUS. A name that sounds like the flow is none. */
    @Test
    void aClientWhoseUsersChooseNeedsMoreThanLite() {
        TestPool pool = server.pool("\"UserPoolTier\":\"PLUS\"");
        set(pool, "CreateUserPoolClient", "\"ClientName\":\"ALLOW_USER_AUTH\"");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
        assertThat(to("PLUS", pool).outcome()).isEqualTo("{}");
        String client =
                pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_AUTH\"]").member("ClientId");

        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo("{}");
        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "Passwordless Sign-In"));
        assertThat(tier(pool)).isEqualTo("ESSENTIALS");

        set(pool, "DeleteUserPoolClient", "\"ClientId\":\"" + client + "\"");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
    }

    /** B18: "Managed Login Version 2". */
    @Test
    void aDomainWithManagedLoginNeedsMoreThanLite() {
        TestPool pool = server.pool("");
        set(pool, "CreateUserPoolDomain", "\"Domain\":\"tier-managed\",\"ManagedLoginVersion\":2");

        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "Managed Login Version 2"));

        set(pool, "UpdateUserPoolDomain", "\"Domain\":\"tier-managed\",\"ManagedLoginVersion\":1");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
    }

    /** B18: "Log Streaming"; B13: "userAuthEvents (INFO, PLUS tier)". */
    @Test
    void theDeliveryOfEventsNeedsPlus() {
        TestPool pool = server.pool("\"UserPoolTier\":\"PLUS\"");
        set(pool, "SetLogDeliveryConfiguration", "\"LogConfigurations\":[" + EVENTS + "]");

        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo(refusal("ESSENTIALS", "Log Streaming"));
        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "Log Streaming"));

        set(pool, "SetLogDeliveryConfiguration", "\"LogConfigurations\":[]");
        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo("{}");
    }

    /** It could not be taken away any more where threat protection was switched off first. */
    @Test
    void aRiskConfigurationRestsInALowerTier() {
        TestPool pool = server.pool(PROTECTED);
        set(pool, "SetRiskConfiguration", RISK);

        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo("{}");

        assertThat(pool.adminCall("UpdateUserPool", PROTECTED).outcome()).isEqualTo("{}");
        assertThat(pool.adminCall("DescribeRiskConfiguration", "").body()).contains("\"EventAction\":\"BLOCK\"");
    }

    /** "ESSENTIALS or PLUS tier" for the configuration of sessions. */
    @Test
    void trackedSessionsNeedMoreThanLite() {
        TestPool pool = server.pool("");
        String tracking = "\"TokenSession\":{\"MaxPerUser\":20},\"UserSessionTracking\":";
        set(pool, "SetUserPoolSessionConfiguration", tracking + "\"ENABLED\"");

        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "User Session Tracking"));

        set(pool, "SetUserPoolSessionConfiguration", tracking + "\"DISABLED\"");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
    }

    @Test
    void aReplicaNeedsMoreThanLite() {
        TestPool pool = server.pool("");
        set(pool, "CreateUserPoolReplica", "\"RegionName\":\"eu-west-1\"");

        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "Multi-Region Replication"));

        set(pool, "DeleteUserPoolReplica", "\"RegionName\":\"eu-west-1\"");
        assertThat(to("LITE", pool).outcome()).isEqualTo("{}");
    }

    /** All that stands in the way is named at once, and after what the request itself asks for. */
    @Test
    void everythingIsNamedAndTheRequestFirst() {
        TestPool pool = server.pool(PROTECTED);
        set(pool, "SetLogDeliveryConfiguration", "\"LogConfigurations\":[" + EVENTS + "]");
        pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_AUTH\"]");
        set(pool, "CreateUserPoolDomain", "\"Domain\":\"tier-all\",\"ManagedLoginVersion\":2");

        assertThat(to("LITE", pool).outcome())
                .isEqualTo(refusal("LITE", "Log Streaming, Passwordless Sign-In, Managed Login Version 2"));
        assertThat(pool.adminCall("UpdateUserPool", PROTECTED.replace("PLUS", "LITE"))
                        .outcome())
                .isEqualTo("FeatureUnavailableInTierException: The following features need to be disabled for the LITE"
                        + " pricing tier configured: Threat Protection");
    }

    /** A pool from the time when this was not looked at goes on, and can be changed. */
    @Test
    void aTierThatStaysIsNotLookedAt() {
        TestPool pool = server.pool("\"UserPoolTier\":\"PLUS\"");
        set(pool, "SetLogDeliveryConfiguration", "\"LogConfigurations\":[" + EVENTS + "]");
        server.store().write(tx -> tx.update("""
                UPDATE pools SET config = REPLACE(config, '"PLUS"', '"ESSENTIALS"') WHERE pool_id = ?
                """, pool.id()));

        assertThat(to("ESSENTIALS", pool).outcome()).isEqualTo("{}");
        assertThat(to("LITE", pool).outcome()).isEqualTo(refusal("LITE", "Log Streaming"));
    }
}
