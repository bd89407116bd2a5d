package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.devices.TestDevice;
import dev.cognate.front.AccessKeys;
import dev.cognate.mfa.TestApp;
import dev.cognate.store.SealedValues.Held;
import dev.cognate.store.SealedValues.Resealed;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sealing anew beside a server: of what every room keeps sealed, nothing is forgotten and nothing is lost. */
abstract class SealedValuesTest {
    /** What the schema holds in bytes beside sealed values. */
    private static final Set<String> PLAIN = Set.of(
            "codes.hash", // keyed hashes
            "passkey_challenges.challenge",
            "passkeys.credential", // public keys
            "retired_keys.public_key",
            "seal_keys.proof", // each sealed with its own key, for ever
            "ui_customizations.image");

    private static final String PASSWORD = "An0ther-Horse!";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String FORMER = key();
    private static final String NEWEST = key();
    private static final String HEADER = "name,given_name,family_name,middle_name,nickname,preferred_username,profile,"
            + "picture,website,email,email_verified,gender,birthdate,zoneinfo,locale,phone_number,phone_number_verified,"
            + "address,updated_at,cognito:mfa_enabled,cognito:username,cognito:password_hash\n";
    private static final String MARY = ",,,,,,,,,mary@example.com,true,,,,,,,,,false,mary,"
            + "$2a$06$DCq7YPn5Rq63x1Lad4cll.TV4S6ytwfsfvkY8jIucDrjc8deX1s.O\n";

    /** The same database each time. */
    abstract Store open();

    /** The columns of the database that hold bytes: table and column. */
    abstract String columnsOfBytes();

    /** The columns of a primary key in their order, by table. */
    abstract String primaryKey();

    private static String key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    private static Set<String> columns(List<Held> held, String keyId) {
        return held.stream()
                .filter(each -> each.keyId().equals(keyId))
                .map(Held::column)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> allColumns() {
        return Arrays.stream(SealedColumn.values())
                .map(SealedColumn::shown)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyColumnOfBytesIsSealedOrPlainForAReason() {
        Set<String> known = allColumns();
        known.addAll(PLAIN);
        try (Store store = open()) {
            List<String> found =
                    store.read(tx -> tx.list(columnsOfBytes(), row -> row.string(1) + "." + row.string(2)));
            assertThat(found).containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @Test
    void rowsAreToldApartByTheirPrimaryKeys() {
        try (Store store = open()) {
            for (SealedColumn column : SealedColumn.values()) {
                String table = column.shown().substring(0, column.shown().indexOf('.'));
                List<String> key = store.read(tx -> tx.list(primaryKey(), row -> row.string(1), table));
                assertThat(column.keys()).as(table).isEqualTo(key);
            }
        }
    }

    @Test
    void whatEveryRoomSealedIsSealedAnewBesideTheServer() {
        KeyRing former = KeyRing.of(RANDOM, FORMER);
        KeyRing both = KeyRing.of(RANDOM, NEWEST, FORMER);
        TestPool pool;
        try (TestServer server = TestServer.on(open(), former, rules -> rules)) {
            pool = settle(server);
            SealedValues values = new SealedValues(server.store(), both);
            assertThat(columns(values.held(), former.keyId())).isEqualTo(allColumns());
            long all = values.held().stream().mapToLong(Held::values).sum();
            server.clock().advance(Duration.ofSeconds(1));
            new SealKeys(server.store(), server.clock()).admit(both);

            assertThat(values.reseal(_ -> {})).isEqualTo(new Resealed(all, 0));

            assertThat(columns(values.held(), both.keyId())).isEqualTo(allColumns());
            assertThat(values.held().stream().mapToLong(Held::values).sum()).isEqualTo(all);
            assertThat(columns(values.held(), former.keyId())).isEmpty();
            assertThat(values.reseal(_ -> {})).as("once is enough").isEqualTo(new Resealed(0, 0));
            assertThat(values.outstanding().signIns()).isPositive();
            assertThat(values.outstanding().until()).isAfter(server.clock().instant());
        }
        theFormerKeyIsNotNeeded(pool);
    }

    private void theFormerKeyIsNotNeeded(TestPool before) {
        try (TestServer server = TestServer.on(open(), KeyRing.of(RANDOM, NEWEST), rules -> rules)) {
            server.clock().advance(Duration.ofMinutes(5));
            TestPool pool = new TestPool(server, before.id(), before.client());
            assertThat(signIn(pool).outcome()).contains("\"AccessToken\"");
            assertThat(pool.adminCall("DescribeIdentityProvider", "\"ProviderName\":\"Google\"")
                            .body())
                    .contains("\"client_secret\":\"of-google\"");
            assertThat(new SealedValues(server.store(), server.keys())
                            .held().stream().map(Held::keyId).distinct())
                    .containsExactly(server.keys().keyId());
        }
    }

    /** What is written while a value is sealed anew stays as it is written. */
    @Test
    void whatChangedMeanwhileIsLeft() {
        KeyRing former = KeyRing.of(RANDOM, FORMER);
        try (Store store = open()) {
            byte[] before = former.seal(new byte[] {1}, "access-key");
            byte[] meanwhile = former.seal(new byte[] {2}, "access-key");
            store.write(tx -> tx.update(
                    "INSERT INTO access_keys (access_key_id, sealed, description, created_at) VALUES ('AKIA', ?, '', 0)",
                    meanwhile));
            SealedValues.Value value = new SealedValues.Value(List.of("AKIA"), before);

            int replaced = store.write(tx -> SealedColumn.ACCESS_KEYS.replace(tx, value, new byte[] {3}));

            assertThat(replaced).isZero();
            byte[] stands = store.read(tx -> tx.list("SELECT sealed FROM access_keys", row -> row.bytes(1))
                    .getFirst());
            assertThat(stands).isEqualTo(meanwhile);
        }
    }

    /** What no key of the ring opens is counted, stays, and does not stop the rest. */
    @Test
    void whatCannotBeOpenedStays() {
        KeyRing lost = KeyRing.of(RANDOM, key());
        KeyRing both = KeyRing.of(RANDOM, NEWEST, FORMER);
        KeyRing former = KeyRing.of(RANDOM, FORMER);
        try (Store store = open()) {
            for (int i = 0; i < 100; i++) {
                KeyRing ring = i == 10 ? lost : former;
                String id = "AKIA" + i;
                store.write(tx -> tx.update(
                        "INSERT INTO access_keys (access_key_id, sealed, description, created_at) VALUES (?, ?, '', 0)",
                        id,
                        ring.seal(new byte[] {1}, "access-key")));
            }
            SealedValues values = new SealedValues(store, both);

            assertThat(values.reseal(_ -> {})).isEqualTo(new Resealed(99, 1));

            assertThat(values.held())
                    .containsExactlyInAnyOrder(
                            new Held(both.keyId(), "access_keys.sealed", 99),
                            new Held(lost.keyId(), "access_keys.sealed", 1));
        }
    }

    private static Reply signIn(TestPool pool) {
        return pool.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                """.formatted(PASSWORD));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    /** Something sealed in each of the columns. */
    private static TestPool settle(TestServer server) {
        Randomness randomness = new Randomness(RANDOM, server.clock());
        new AccessKeys(server.store(), server.keys(), randomness, server.clock()).create("deployment");
        TestPool made = server.pool("""
                "UserPoolTier":"PLUS","UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT"},"AutoVerifiedAttributes":["email"],
                "Policies":{"PasswordPolicy":{"PasswordHistorySize":3}},\
                """ + TestDevice.ALWAYS);
        TestPool pool = made.through(made.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]")
                .member("ClientId"));
        pool.newClient("\"GenerateSecret\":true");
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        done(pool.adminCall(
                "SetUserPoolSessionConfiguration",
                "\"UserSessionTracking\":\"ENABLED\",\"TokenSession\":{\"MaxPerUser\":20}"));
        done(pool.adminCall("CreateIdentityProvider", """
                "ProviderName":"Google","ProviderType":"Google","ProviderDetails":
                {"client_id":"id","client_secret":"of-google","authorize_scopes":"openid"}"""));
        users(pool);
        imports(pool);
        conversation(server);
        message(server);
        return pool;
    }

    /** What a pool's own function is to send waits until it was called. */
    private static void message(TestServer server) {
        String key = server.cognate()
                .kms()
                .create("us-east-1", "123456789012", "codes")
                .arn();
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],"LambdaConfig":{"KMSKeyID":"%s",
                "CustomEmailSender":{"LambdaVersion":"V1_0","LambdaArn":"%s"}}""".formatted(key, TestFunction.ARN));
        done(pool.signUp("jane", "jane@example.com"));
    }

    private static void users(TestPool pool) {
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        done(pool.adminSetPassword("jane", PASSWORD, true));
        done(signIn(pool));
        String token = pool.accessToken("jane");
        TestApp.verified(pool, token);
        TestApp.associated(pool, token);
        done(TestDevice.issued(pool, "jane").confirm());
        done(pool.signUp("john", "john@example.com"));
        assertThat(pool.server().inbox(pool.id(), "john")).isNotEmpty();
    }

    /** One job has run, the file of the other waits. */
    private static void imports(TestPool pool) {
        String run = uploaded(pool);
        done(pool.adminCall("StartUserImportJob", "\"JobId\":\"" + run + "\""));
        pool.server().rooms().imports().runDue();
        uploaded(pool);
    }

    private static String uploaded(TestPool pool) {
        Reply job = pool.adminCall("CreateUserImportJob", """
                "JobName":"people","CloudWatchLogsRoleArn":"arn:aws:iam::123456789012:role/import",
                "PasswordHashingAlgorithm":"BCRYPT"\
                """);
        done(pool.server()
                .send(HttpRequest.newBuilder(URI.create(job.member("PreSignedUrl")))
                        .header("x-amz-server-side-encryption", "aws:kms")
                        .PUT(BodyPublishers.ofString(HEADER + MARY))));
        return job.member("JobId");
    }

    private static void conversation(TestServer server) {
        TestPool made = server.pool(
                TestFunction.as("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"));
        TestPool pool = made.through(
                made.newClient("\"ExplicitAuthFlows\":[\"ALLOW_CUSTOM_AUTH\"]").member("ClientId"));
        pool.confirmed("jane", "[]");
        server.function()
                .returns(
                        "{\"challengeName\":\"CUSTOM_CHALLENGE\",\"issueTokens\":false,\"failAuthentication\":false,"
                                + "\"publicChallengeParameters\":{\"q\":\"2+3\"},\"privateChallengeParameters\":{\"a\":\"5\"}}");
        done(pool.call("InitiateAuth", "\"AuthFlow\":\"CUSTOM_AUTH\",\"AuthParameters\":{\"USERNAME\":\"jane\"}"));
    }
}
