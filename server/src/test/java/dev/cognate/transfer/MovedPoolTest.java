package dev.cognate.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.aws.AwsCredentials;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.store.TestStores;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pool that people use moves to a server with another seal key: by file, and by the API. */
class MovedPoolTest {
    private static final String PASSPHRASE = "a horse that is correct";
    private static final String PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNQSFgAAAHEASFiX4r9AAAAAElFTkSuQmCC";
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another-key-another-key-another-".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    private Path folder;

    private TestServer here = TestServer.start();
    private TestServer there = here;

    @BeforeEach
    void startTheOther() throws IOException {
        there = TestServer.on(
                TestStores.sqlite(Files.createTempDirectory(folder, "there")),
                KeyRing.of(new SecureRandom(), OTHER_KEY),
                rules -> rules);
    }

    @AfterEach
    void stop() {
        here.close();
        there.close();
    }

    private TestPool people() {
        TestPool pool = here.pool("""
                "AutoVerifiedAttributes":["email"],"AliasAttributes":["email"],
                "UserPoolTags":{"team":"shop"},"MfaConfiguration":"OFF\"""");
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        pool.confirmed("john", "[{\"Name\":\"name\",\"Value\":\"John\"}]");
        pool.adminCall("AdminUpdateUserAttributes", """
                "Username":"jane","UserAttributes":[{"Name":"email_verified","Value":"true"}]""");
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\",\"Precedence\":3");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");
        pool.adminCall("AdminDisableUser", "\"Username\":\"john\"");
        pool.adminCall("CreateResourceServer", """
                "Identifier":"shop","Name":"shop","Scopes":[{"ScopeName":"buy","ScopeDescription":"Buys"}]""");
        pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"people-of-the-shop\"");
        return pool;
    }

    private String both(String operation, String json) {
        String shown = here.expect(operation, json).body();
        assertThat(there.call(operation, json).body()).as(operation).isEqualTo(shown);
        return shown;
    }

    private void requireSame(TestPool pool, String secretive) {
        String id = "{\"UserPoolId\":\"" + pool.id() + "\"";
        both("DescribeUserPool", id + "}");
        both("GetUserPoolMfaConfig", id + "}");
        for (String client : List.of(pool.client(), secretive)) {
            both("DescribeUserPoolClient", id + ",\"ClientId\":\"" + client + "\"}");
        }
        both("ListGroups", id + "}");
        both("ListResourceServers", id + ",\"MaxResults\":10}");
        both("DescribeUserPoolDomain", "{\"Domain\":\"people-of-the-shop\"}");
    }

    private Reply signIn(TestServer server, String client, String username) {
        return server.call("InitiateAuth", """
                {"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"%s",
                 "AuthParameters":{"USERNAME":"%s","PASSWORD":"%s"}}""".formatted(client, username, TestPool.PASSWORD));
    }

    private static String secretive(TestPool pool) {
        return pool.newClient("\"GenerateSecret\":true").member("ClientId");
    }

    private void byFile(TestPool pool) {
        Path file = folder.resolve("people.jsonl");
        new PoolFiles(here.store(), here.keys()).write(new PoolId(pool.id()), file, PASSPHRASE, _ -> {});
        new PoolFiles(there.store(), KeyRing.of(new SecureRandom(), OTHER_KEY)).read(file, PASSPHRASE, false, _ -> {});
    }

    @Test
    void byFileTheOtherServerShowsTheSame() {
        TestPool pool = people();
        String secretive = secretive(pool);

        byFile(pool);

        requireSame(pool, secretive);
        String id = "{\"UserPoolId\":\"" + pool.id() + "\"";
        both("AdminGetUser", id + ",\"Username\":\"jane@example.com\"}");
        both("AdminGetUser", id + ",\"Username\":\"john\"}");
        both("AdminListGroupsForUser", id + ",\"Username\":\"jane\"}");
        assertThat(both("ListUsers", id + ",\"Filter\":\"name = \\\"John\\\"\"}"))
                .contains("\"Username\":\"john\"");
    }

    @Test
    void byFileUsersSignInWithTheirPasswords() {
        TestPool pool = people();
        String client = pool.newClient(
                        "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]")
                .member("ClientId");
        String signedBy = here.get("/" + pool.id() + "/.well-known/jwks.json").body();

        byFile(pool);

        assertThat(signIn(there, client, "jane").body()).contains("AccessToken");
        assertThat(signIn(there, client, "jane@example.com").body()).contains("AccessToken");
        assertThat(signIn(there, client, "john").outcome()).contains("User is disabled.");
        assertThat(there.get("/" + pool.id() + "/.well-known/jwks.json").body()).isEqualTo(signedBy);
    }

    /** The key of a device, and the group that its proofs are over, stand in its row: the other server needs no seal key. */
    @Test
    void byFileDevicesComeAlong() {
        TestPool pool = here.pool("""
                "DeviceConfiguration":{"ChallengeRequiredOnNewDevice":true,"DeviceOnlyRememberedOnUserPrompt":false}""");
        pool.confirmed("jane", "[]");
        String client = pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]")
                .member("ClientId");
        Reply signedIn = signIn(here, client, "jane");
        String key = signedIn.member("DeviceKey");
        here.expect("ConfirmDevice", """
                {"AccessToken":"%s","DeviceKey":"%s","DeviceSecretVerifierConfig":{"Salt":"AQ==","PasswordVerifier":"Aw=="}}""".formatted(signedIn.member("AccessToken"), key));

        byFile(pool);

        assertThat(both("AdminListDevices", "{\"UserPoolId\":\"" + pool.id() + "\",\"Username\":\"jane\"}"))
                .contains(key);
        assertThat(groups(there)).isEqualTo(groups(here)).hasSize(1).doesNotContain("");
    }

    private static List<String> groups(TestServer server) {
        return server.store().read(tx -> tx.list("SELECT COALESCE(group_key, '') FROM devices", row -> row.string(1)));
    }

    private PoolCopies copies() {
        InstantSource clock = there.clock();
        return new PoolCopies(there.store(), there.keys(), new Randomness(new SecureRandom(), clock), clock);
    }

    private long copy(TestPool pool, boolean users) {
        return copies().copy(
                        new RemoteSource(new PoolId(pool.id()), URI.create(here.url()), "us-east-1"),
                        AwsCredentials.given("cognate", "cognate", null),
                        new PoolCopies.Manner(folder, users, false),
                        (_, _, _) -> {});
    }

    @Test
    void byTheApiThePoolKeepsItsIdsAndSecrets() {
        TestPool pool = people();
        String secretive = secretive(pool);

        assertThat(copy(pool, true)).isEqualTo(2);

        requireSame(pool, secretive);
        assertThat(workFolder()).doesNotExist();
    }

    private Path workFolder() {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> each.getFileName().toString().startsWith("import-"))
                    .findFirst()
                    .orElse(folder.resolve("import-none"));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    private TestPool protectedAndBranded() {
        TestPool pool = here.pool("""
                "UserPoolTier":"PLUS","UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT"}""");
        String client = "\"ClientId\":\"" + pool.client() + "\",";
        pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"branded-people\",\"ManagedLoginVersion\":2");
        pool.adminCall("SetUICustomization", "\"CSS\":\".banner-customizable {color: red}\"");
        pool.adminCall("SetUICustomization", client + "\"ImageFile\":\"" + PICTURE + "\"");
        pool.adminCall("CreateManagedLoginBranding", client + """
                "Settings":{"components":{"a":[1,null]}},
                "Assets":[{"Category":"FORM_LOGO","ColorMode":"LIGHT","Extension":"PNG","Bytes":"%s"}]""".formatted(PICTURE));
        pool.adminCall("CreateTerms", client + """
                "TermsName":"terms-of-use","TermsSource":"LINK","Enforcement":"NONE",
                "Links":{"cognito:default":"https://example.com/terms"}""");
        pool.adminCall(
                "SetRiskConfiguration", "\"RiskExceptionConfiguration\":{\"BlockedIPRangeList\":[\"192.0.2.0/24\"]}");
        pool.adminCall(
                "SetRiskConfiguration",
                client + "\"RiskExceptionConfiguration\":{\"SkippedIPRangeList\":[\"192.0.2.0/25\"]}");
        pool.adminCall("SetUserPoolSessionConfiguration", """
                "UserSessionTracking":"ENABLED","TokenSession":{"MaxPerUser":7}""");
        pool.adminCall("SetUserPoolClientSessionConfiguration", client + "\"SSOSession\":{\"MaxValidityMinutes\":5}");
        pool.adminCall("SetLogDeliveryConfiguration", """
                "LogConfigurations":[{"EventSource":"userNotification","LogLevel":"ERROR","CloudWatchLogsConfiguration":
                {"LogGroupArn":"arn:aws:logs:us-east-1:123456789012:log-group:people"}}]""");
        pool.adminCall("CreateUserPoolReplica", "\"RegionName\":\"eu-west-1\"");
        return pool;
    }

    @Test
    void byTheApiLooksProtectionSessionsLogsAndReplicasCome() throws IOException {
        TestPool pool = protectedAndBranded();
        try (FlakyApi flaky = new FlakyApi(here, Integer.MAX_VALUE)) {
            flaky.show(Base64.getDecoder().decode(PICTURE));
            RemoteSource source = new RemoteSource(new PoolId(pool.id()), flaky.url(), "us-east-1");

            copies().copy(
                            source,
                            AwsCredentials.given("cognate", "cognate", null),
                            new PoolCopies.Manner(folder, true, false),
                            (_, _, _) -> {});
        }

        String id = "{\"UserPoolId\":\"" + pool.id() + "\"";
        String ofClient = id + ",\"ClientId\":\"" + pool.client() + "\"}";
        both("GetUICustomization", id + "}");
        both("DescribeManagedLoginBrandingByClient", ofClient);
        both("ListTerms", id + "}");
        both("DescribeTermsByClient", ofClient.replace("}", ",\"TermsName\":\"terms-of-use\"}"));
        both("DescribeRiskConfiguration", id + "}");
        both("DescribeRiskConfiguration", ofClient);
        both("GetUserPoolSessionConfiguration", id + "}");
        both("GetUserPoolClientSessionConfiguration", ofClient);
        both("GetLogDeliveryConfiguration", id + "}");
        both("ListUserPoolReplicas", id + "}");
        assertThat(there.expect("GetUICustomization", ofClient).body()).contains("\"ImageUrl\":\"");
        assertThat(there.store()
                        .<byte[]>read(tx -> Objects.requireNonNull(tx.first(
                                "SELECT image FROM ui_customizations WHERE client_id = ?",
                                row -> row.bytes(1),
                                pool.client()))))
                .asBase64Encoded()
                .isEqualTo(PICTURE);
    }

    /** "second client secrets" and pictures that are gone: the operator learns what to set again. */
    @Test
    void whatTheApiDoesNotTellIsNamed() {
        TestPool pool = protectedAndBranded();
        String client = secretive(pool);
        pool.adminCall("AddUserPoolClientSecret", "\"ClientId\":\"" + client + "\"");
        List<String> notes = new ArrayList<>();

        copies().copy(
                        new RemoteSource(new PoolId(pool.id()), URI.create(here.url()), "us-east-1"),
                        AwsCredentials.given("cognate", "cognate", null),
                        new PoolCopies.Manner(folder, true, false),
                        new PoolCopies.Watcher() {
                            @Override
                            public void progress(String what, long done, long expected) {}

                            @Override
                            public void note(String sentence) {
                                notes.add(sentence);
                            }
                        });

        assertThat(notes)
                .satisfiesExactlyInAnyOrder(
                        note -> assertThat(note).startsWith("The app client " + client + " has a second secret"),
                        note -> assertThat(note).startsWith("The picture http").contains(pool.client()));
        both("DescribeUserPoolClient", "{\"UserPoolId\":\"" + pool.id() + "\",\"ClientId\":\"" + client + "\"}");
    }

    @Test
    void byTheApiUsersKeepTheirNamesAndNeedAnotherPassword() {
        TestPool pool = people();
        here.call("ListUsers", "{\"UserPoolId\":\"" + pool.id() + "\"}");

        copy(pool, true);

        String id = "{\"UserPoolId\":\"" + pool.id() + "\"";
        Reply jane = there.expect("AdminGetUser", id + ",\"Username\":\"jane@example.com\"}");
        assertThat(jane.member("UserStatus")).isEqualTo("RESET_REQUIRED");
        assertThat(jane.body()).contains(pool.user("jane").sub().value());
        both("AdminListGroupsForUser", id + ",\"Username\":\"jane\"}");
        assertThat(there.expect("AdminGetUser", id + ",\"Username\":\"john\"}").body())
                .contains("\"Enabled\":false");

        there.call("ForgotPassword", "{\"ClientId\":\"" + pool.client() + "\",\"Username\":\"jane\"}");
        TestPool moved = new TestPool(there, pool.id(), pool.client());
        assertThat(moved.confirmForgot("jane", moved.code("jane"), "Another-H0rse!")
                        .outcome())
                .isEqualTo("{}");
    }

    @Test
    void withoutUsersOnlyTheConfigurationComes() {
        TestPool pool = people();

        assertThat(copy(pool, false)).isZero();

        assertThat(there.expect("ListUsers", "{\"UserPoolId\":\"" + pool.id() + "\"}")
                        .body())
                .isEqualTo("{\"Users\":[]}");
        assertThat(there.expect("ListGroups", "{\"UserPoolId\":\"" + pool.id() + "\"}")
                        .body())
                .contains("admins");
    }

    /** The other side is gone after a few answers, and comes back. */
    @Test
    void aCopyThatWasStoppedGoesOnWhereItStood() throws IOException {
        TestPool pool = people();
        try (FlakyApi flaky = new FlakyApi(here, 4)) {
            RemoteSource source = new RemoteSource(new PoolId(pool.id()), flaky.url(), "us-east-1");
            PoolCopies.Manner manner = new PoolCopies.Manner(folder, true, false);
            AwsCredentials credentials = AwsCredentials.given("cognate", "cognate", null);

            assertThatThrownBy(() -> copies().copy(source, credentials, manner, (_, _, _) -> {}))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageMatching(
                            "The credentials may not call ([A-Za-z]+) \\(AccessDeniedException: .*\\). Allow"
                                    + " cognito-idp:\\1 on the user pool .*, then run the same command again: what was fetched is"
                                    + " kept");
            assertThat(there.store().<Boolean>read(tx -> RowsTable.poolExists(tx, source.pool())))
                    .isFalse();
            flaky.allowAll();

            assertThat(copies().copy(source, credentials, manner, (_, _, _) -> {}))
                    .isEqualTo(2);
            assertThat(flaky.asked()).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsKeptMeanwhileIsSealed() throws IOException {
        TestPool pool = people();
        try (FlakyApi flaky = new FlakyApi(here, 6)) {
            RemoteSource source = new RemoteSource(new PoolId(pool.id()), flaky.url(), "us-east-1");
            assertThatThrownBy(() -> copies().copy(
                                    source,
                                    AwsCredentials.given("cognate", "cognate", null),
                                    new PoolCopies.Manner(folder, true, false),
                                    (_, _, _) -> {}))
                    .isInstanceOf(TransferRefused.class);
        }
        try (Stream<Path> files = Files.list(workFolder())) {
            List<Path> kept = files.toList();
            assertThat(kept).isNotEmpty();
            for (Path file : kept) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(pool.id());
            }
        }
    }
}
