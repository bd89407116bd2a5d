package dev.cognate.pools;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operations on pools do, whatever the database. */
abstract class PoolOperationsTest {
    private static final String DEFAULTS = "{\"UserPool\":{\"AccountRecoverySetting\":{\"RecoveryMechanisms\":["
            + "{\"Name\":\"verified_email\",\"Priority\":1},{\"Name\":\"verified_phone_number\",\"Priority\":2}]},"
            + "\"AdminCreateUserConfig\":{\"AllowAdminCreateUserOnly\":false,\"UnusedAccountValidityDays\":7},"
            + "\"Arn\":\"arn:aws:cognito-idp:us-east-1:123456789012:userpool/$id\",\"CreationDate\":1795226400.123,"
            + "\"DeletionProtection\":\"INACTIVE\",\"EmailConfiguration\":{\"EmailSendingAccount\":\"COGNITO_DEFAULT\"},"
            + "\"EstimatedNumberOfUsers\":0,\"Id\":\"$id\",\"LambdaConfig\":{},\"LastModifiedDate\":1795226400.123,"
            + "\"MfaConfiguration\":\"OFF\",\"Name\":\"people\",\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":8,"
            + "\"RequireLowercase\":true,\"RequireNumbers\":true,\"RequireSymbols\":true,\"RequireUppercase\":true,"
            + "\"TemporaryPasswordValidityDays\":7},\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\"]}},"
            + "\"SchemaAttributes\":[$schema],\"UserPoolTags\":{},\"UserPoolTier\":\"ESSENTIALS\","
            + "\"VerificationMessageTemplate\":{\"DefaultEmailOption\":\"CONFIRM_WITH_CODE\"}}}";

    private final MovableTime time = new MovableTime();
    private final Randomness randomness = new Randomness(new SecureRandom(), time);
    private final KeyRing keys =
            KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));
    private Store store;
    private Pools pools;
    private Api api;

    /** Opens an empty store. */
    abstract Store open();

    abstract boolean isPostgres();

    @BeforeEach
    void start() {
        store = open();
        pools = node(Runnable::run);
        api = new Api(pools.operations(new PageTokens(keys, time)));
    }

    private Pools node(Executor background) {
        PoolSettings settings = new PoolSettings("123456789012", Duration.ofSeconds(1));
        return new Pools(store, time, randomness, settings, new Surroundings(time, background));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewPoolHasTheDefaultsOfTheServiceAndIsDescribedAsItWasCreated() {
        String created = api.answer("CreateUserPool", "{\"PoolName\":\"people\"}");
        String id = member("Id", created);

        assertThat(id).matches("us-east-1_[0-9A-Za-z]{9}");
        assertThat(created).isEqualTo(DEFAULTS.replace("$id", id).replace("$schema", StandardSchema.JSON));
        assertThat(describe(id)).isEqualTo(created);
    }

    @Test
    void anUpdateSetsWhatItNamesAndResetsWhatItLeavesOut() {
        String id = api.pool("""
                "AutoVerifiedAttributes":["email"],"DeletionProtection":"ACTIVE","UserPoolTier":"PLUS",
                "UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT"},"UserPoolTags":{"team":"red"},
                "Policies":{"PasswordPolicy":{"MinimumLength":12,"RequireSymbols":false}},
                "UserAttributeUpdateSettings":{"AttributesRequireVerificationBeforeUpdate":["email"]},
                "LambdaConfig":{"PreSignUp":"arn:aws:lambda:us-east-1:123456789012:function:f"}""");
        time.pass(Duration.ofSeconds(5));

        String answer = api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"MfaConfiguration\":\"OFF\"}");

        assertThat(answer).isEqualTo("{}");
        String expected = DEFAULTS.replace("$id", id)
                .replace("$schema", StandardSchema.JSON)
                .replace("\"LastModifiedDate\":1795226400.123", "\"LastModifiedDate\":1795226405.123")
                .replace("\"DeletionProtection\":\"INACTIVE\"", "\"DeletionProtection\":\"ACTIVE\"")
                .replace(
                        "\"UserPoolTags\"",
                        "\"UserAttributeUpdateSettings\":"
                                + "{\"AttributesRequireVerificationBeforeUpdate\":[]},\"UserPoolTags\"")
                .replace("ESSENTIALS", "PLUS");
        assertThat(describe(id)).isEqualTo(expected);
    }

    @Test
    void whatIsFixedAtCreationSurvivesUpdates() {
        String id = api.pool("""
                "AliasAttributes":["email","preferred_username"],"UsernameConfiguration":{"CaseSensitive":false},
                "Schema":[{"Name":"email","Required":true},{"Name":"team","AttributeDataType":"String"}]""");
        String before = describe(id);

        api.answer(
                "UpdateUserPool",
                "{\"UserPoolId\":\"" + id + "\",\"UsernameConfiguration\":"
                        + "{\"CaseSensitive\":true},\"AliasAttributes\":[],\"Schema\":[]}");

        assertThat(describe(id)).isEqualTo(before);
    }

    @Test
    void anUpdateRenamesThePool() {
        String id = api.pool("");

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"persons\"}");

        assertThat(describe(id)).contains("\"Name\":\"persons\"");
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        String id = api.pool("");
        String before = describe(id);

        assertThat(api.refusal(
                        "UpdateUserPool",
                        "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"other\","
                                + "\"AutoVerifiedAttributes\":[\"phone_number\"]}"))
                .isEqualTo("InvalidParameterException: SMS configuration is required when phone_number is selected for"
                        + " auto verification");
        assertThat(describe(id)).isEqualTo(before);
    }

    @Test
    void customAttributesAreAddedBehindTheOthers() {
        String id = api.pool("\"Schema\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");

        assertThat(
                        api.answer(
                                "AddCustomAttributes",
                                "{\"UserPoolId\":\"" + id + "\",\"CustomAttributes\":["
                                        + "{\"Name\":\"age\",\"AttributeDataType\":\"Number\",\"Mutable\":false,"
                                        + "\"NumberAttributeConstraints\":{\"MaxValue\":\"150\"}},"
                                        + "{\"Name\":\"score\",\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":true}]}"))
                .isEqualTo("{}");

        assertThat(describe(id))
                .contains("\"SchemaAttributes\":[" + StandardSchema.JSON
                        + ",{\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":false,\"Mutable\":true,"
                        + "\"Name\":\"custom:team\",\"Required\":false,\"StringAttributeConstraints\":{}}"
                        + ",{\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":false,\"Mutable\":false,"
                        + "\"Name\":\"custom:age\",\"NumberAttributeConstraints\":{\"MaxValue\":\"150\"},\"Required\":false}"
                        + ",{\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":true,\"Mutable\":true,"
                        + "\"Name\":\"dev:custom:score\",\"NumberAttributeConstraints\":{},\"Required\":false}]");
    }

    @Test
    void changesThatRaceAreAllKept() throws Exception {
        String id = api.pool("");
        List<Future<String>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String attribute = "{\"UserPoolId\":\"" + id + "\",\"CustomAttributes\":[{\"Name\":\"a" + i
                        + "\",\"AttributeDataType\":\"String\"}]}";
                racing.add(threads.submit(() -> api.answer("AddCustomAttributes", attribute)));
                String update = "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"name" + i + "\"}";
                racing.add(threads.submit(() -> api.answer("UpdateUserPool", update)));
            }
        }
        for (Future<String> each : racing) {
            assertThat(each.get()).isEqualTo("{}");
        }

        String after = describe(id);
        for (int i = 0; i < 20; i++) {
            assertThat(after).contains("\"custom:a" + i + "\"");
        }
    }

    @Test
    void anUnknownPoolIsNotFound() {
        for (String operation : List.of("DescribeUserPool", "UpdateUserPool", "DeleteUserPool")) {
            assertThat(api.refusal(operation, "{\"UserPoolId\":\"us-east-1_NoSuchOne\"}"))
                    .isEqualTo("ResourceNotFoundException: User pool us-east-1_NoSuchOne does not exist.");
        }
        assertThat(api.refusal(
                        "AddCustomAttributes",
                        "{\"UserPoolId\":\"us-east-1_NoSuchOne\","
                                + "\"CustomAttributes\":[{\"Name\":\"a\",\"AttributeDataType\":\"String\"}]}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NoSuchOne does not exist.");
    }

    @Test
    void aPoolIsFoundInItsOwnRegionOnly() {
        String id = api.pool("");

        assertThat(api.refusal("DescribeUserPool", "{\"UserPoolId\":\"" + id + "\"}", "eu-west-1"))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}", "eu-west-1"))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
        assertThat(describe(id)).contains(id);
    }

    @Test
    void listsShowThePoolsOfTheRegionPageByPage() {
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(api.pool("\"LambdaConfig\":{\"PreSignUp\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"}"));
        }
        api.answer("CreateUserPool", "{\"PoolName\":\"elsewhere\"}", "us-east-10");
        api.answer("CreateUserPool", "{\"PoolName\":\"elsewhere\"}", "us-east");

        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            String page = api.answer("ListUserPools", "{\"MaxResults\":2" + token + "}");
            for (String entry : page.split("\\{\"CreationDate\":1795226400.123,", -1)) {
                if (entry.startsWith("\"Id\"")) {
                    String id = member("Id", entry);
                    seen.add(id);
                    assertThat(entry)
                            .startsWith("\"Id\":\"" + id + "\",\"LambdaConfig\":{\"PreSignUp\":"
                                    + "\"arn:aws:lambda:us-east-1:123456789012:function:f\"},"
                                    + "\"LastModifiedDate\":1795226400.123,\"Name\":\"people\"}");
                }
            }
            token = page.contains("NextToken") ? ",\"NextToken\":\"" + member("NextToken", page) + "\"" : "";
            assertThat(seen.size()).isEqualTo(token.isEmpty() ? 5 : seen.size() / 2 * 2);
        } while (!token.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(api.answer("ListUserPools", "{\"MaxResults\":60}", "eu-central-1"))
                .isEqualTo("{\"UserPools\":[]}");
    }

    @Test
    void aTokenOfAnotherRegionOrNoTokenIsRefused() {
        api.pool("");
        api.pool("");
        String token = member("NextToken", api.answer("ListUserPools", "{\"MaxResults\":1}"));

        String request = "{\"MaxResults\":1,\"NextToken\":\"" + token + "\"}";
        assertThat(api.answer("ListUserPools", request)).doesNotContain("NextToken");
        assertThat(api.refusal("ListUserPools", request, "eu-west-1"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(api.refusal("ListUserPools", "{\"MaxResults\":1,\"NextToken\":\"abc\"}"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(api.refusal("ListUserPools", "{}"))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value null at 'maxResults' failed"
                        + " to satisfy constraint: Member must not be null");
    }

    @Test
    void aProtectedPoolIsNotDeleted() {
        String id = api.pool("\"DeletionProtection\":\"ACTIVE\"");

        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEqualTo("InvalidParameterException: The user pool cannot be deleted because deletion protection is"
                        + " activated. Deletion protection must be inactivated first.");

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"DeletionProtection\":\"INACTIVE\"}");
        assertThat(api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEmpty();
    }

    @Test
    void aPoolWithADomainIsNotDeleted() {
        String id = api.pool("");
        pools.change(new PoolId(id), pool -> pool.toBuilder().domain("people").build());

        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEqualTo("InvalidParameterException: User pool cannot be deleted. It has a domain configured that"
                        + " should be deleted first.");
    }

    @Test
    void aDeletedPoolIsGoneAtOnceAndNothingOfItStays() {
        String gone = api.pool("");
        String stays = api.pool("");
        EveryTable tables = new EveryTable(store, isPostgres());
        for (String table : tables.names()) {
            if (!table.equals("pools")) {
                tables.fill(table, gone, 1_201);
                tables.fill(table, stays, 3);
            }
        }
        assertThat(tables.names()).contains("pools", "clients", "users", "user_names", "codes", "outbox", "inbox");

        assertThat(api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + gone + "\"}"))
                .isEmpty();

        assertThat(pools.find(new PoolId(gone))).isNull();
        assertThat(tables.names()).allSatisfy(table -> {
            assertThat(tables.count(table, gone)).isZero();
            assertThat(tables.count(table, stays)).isEqualTo(table.equals("pools") ? 1 : 3);
        });
    }

    @Test
    void whatAKilledPurgeLeftIsClearedAtTheNextStart() {
        String gone = api.pool("");
        String stays = api.pool("");
        EveryTable tables = new EveryTable(store, isPostgres());
        List<String> purged = tables.names().stream()
                .filter(table -> !table.startsWith("client") && !table.equals("pools"))
                .toList();
        purged.forEach(table -> {
            tables.fill(table, gone, 3);
            tables.fill(table, stays, 3);
        });
        Api killed = new Api(node(_ -> {}).operations(new PageTokens(keys, time)));
        killed.answer("DeleteUserPool", "{\"UserPoolId\":\"" + gone + "\"}");
        assertThat(purged)
                .allSatisfy(table -> assertThat(tables.count(table, gone)).isEqualTo(3));

        Pools restarted = node(Runnable::run);

        assertThat(restarted.purgeOrphans()).isEqualTo(1);
        assertThat(restarted.purgeOrphans()).isZero();
        assertThat(purged).allSatisfy(table -> {
            assertThat(tables.count(table, gone)).isZero();
            assertThat(tables.count(table, stays)).isEqualTo(3);
        });
    }

    @Test
    void aPurgeTouchesNothingOfAPoolThatExists() {
        String id = api.pool("");
        EveryTable tables = new EveryTable(store, isPostgres());
        tables.fill("users", id, 3);
        tables.fill("inbox", id, 3);

        new Purge(store).pool(new PoolId(id));

        assertThat(tables.count("users", id)).isEqualTo(3);
        assertThat(tables.count("inbox", id)).isEqualTo(3);
    }

    @Test
    void aChosenIdIsTakenOnceAndFindsNothingOfAnEarlierPool() {
        PoolId id = new PoolId("us-east-1_COGNATE01");
        EveryTable tables = new EveryTable(store, isPostgres());
        tables.fill("users", id.value(), 3);
        CreateUserPoolRequest request =
                CreateUserPoolRequest.builder().poolName("demo").build();

        assertThat(pools.create(id, request).id()).isEqualTo(id);
        assertThat(tables.count("users", id.value())).isZero();
        assertThat(describe(id.value())).contains("\"Name\":\"demo\"");
        assertThatThrownBy(() -> pools.create(id, request))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The user pool us-east-1_COGNATE01 exists already.");
    }

    @Test
    void theNumberOfUsersIsCountedAtMostEveryTenSeconds() {
        String id = api.pool("");
        EveryTable tables = new EveryTable(store, isPostgres());
        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":0");
        tables.fill("users", id, 3);

        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":0");
        time.pass(Duration.ofSeconds(10));
        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":3");
    }

    @Test
    void aNodeSeesItsOwnChangesAtOnceAndThoseOfOthersWithinASecond() {
        PoolId id = new PoolId(api.pool(""));
        Pools other = node(Runnable::run);
        Pool before = other.require(id);
        assertThat(other.require(id)).as("not decoded again").isSameAs(before);
        assertThat(pools.require(id).autoVerified()).isEmpty();

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"AutoVerifiedAttributes\":[\"email\"]}");

        assertThat(pools.require(id).autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(other.require(id)).isSameAs(before);
        time.pass(Duration.ofSeconds(1));
        assertThat(other.require(id).autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
    }

    private String describe(String id) {
        return api.answer("DescribeUserPool", "{\"UserPoolId\":\"" + id + "\"}");
    }
}
