package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.ClientId;
import dev.cognate.pools.Api;
import dev.cognate.pools.MovableTime;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operations on app clients do, whatever the database. */
abstract class ClientOperationsTest {
    private static final String DEFAULTS = "{\"UserPoolClient\":{\"AllowedOAuthFlowsUserPoolClient\":false,"
            + "\"AuthSessionValidity\":3,\"ClientId\":\"$id\",\"ClientName\":\"web\",\"ClientType\":\"REGULAR\","
            + "\"CreationDate\":1795226400.123,\"EnablePropagateAdditionalUserContextData\":false,"
            + "\"EnableTokenRevocation\":true,\"LastModifiedDate\":1795226400.123,\"RefreshTokenValidity\":30,"
            + "\"TokenValidityUnits\":{},\"UserPoolId\":\"$pool\"}}";

    private final MovableTime time = new MovableTime();
    private final Randomness randomness = new Randomness(new SecureRandom(), time);
    private final KeyRing keys =
            KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));
    private Store store;
    private Pools pools;
    private Clients clients;
    private Api api;
    private String pool;

    /** Opens an empty store. */
    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        pools = new Pools(store, time, randomness, new PoolSettings("123456789012", Duration.ofHours(1)));
        clients = new Clients(store, pools, keys, randomness, time, time);
        api = new Api(pools.operations(new PageTokens(keys, time)), clients.operations());
        pool = api.pool("");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewClientHasTheDefaultsOfTheServiceAndIsDescribedAsItWasCreated() {
        String created = create("");
        String id = member("ClientId", created);

        assertThat(id).matches("[0-9a-z]{26}");
        assertThat(created).isEqualTo(DEFAULTS.replace("$id", id).replace("$pool", pool));
        assertThat(describe(id)).isEqualTo(created);
    }

    @Test
    void everyMemberThatIsGivenComesBack() {
        String[] members = {
            "\"AccessTokenValidity\":10",
            "\"AllowedOAuthFlows\":[\"code\",\"implicit\"]",
            "\"AllowedOAuthFlowsUserPoolClient\":true",
            "\"AllowedOAuthScopes\":[\"openid\",\"aws.cognito.signin.user.admin\"]",
            "\"AnalyticsConfiguration\":{\"ApplicationArn\":\"arn:aws:mobiletargeting:us-east-1:123456789012:apps/a\","
                    + "\"UserDataShared\":true}",
            "\"AuthSessionValidity\":15",
            "\"CallbackURLs\":[\"https://example.com/cb\",\"myapp://cb\"]",
            "\"DefaultRedirectURI\":\"myapp://cb\"",
            "\"EnableTokenRevocation\":false",
            "\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\",\"ALLOW_USER_AUTH\"]",
            "\"IdTokenValidity\":600",
            "\"LogoutURLs\":[\"https://example.com/out\"]",
            "\"PreventUserExistenceErrors\":\"ENABLED\"",
            "\"ReadAttributes\":[\"email\",\"email_verified\",\"sub\"]",
            "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":30}",
            "\"RefreshTokenValidity\":90",
            "\"SupportedIdentityProviders\":[\"COGNITO\"]",
            "\"TokenValidityUnits\":{\"AccessToken\":\"minutes\",\"IdToken\":\"seconds\",\"RefreshToken\":\"minutes\"}",
            "\"WriteAttributes\":[\"email\",\"name\"]"
        };

        String id = member("ClientId", create(String.join(",", members)));

        assertThat(describe(id)).contains(members);
    }

    @Test
    void aGeneratedSecretIsShownAndStoredSealed() {
        String created = create("\"GenerateSecret\":true");
        String secret = member("ClientSecret", created);
        ClientId id = new ClientId(member("ClientId", created));

        assertThat(secret).matches("[0-9a-z]{51}");
        assertThat(describe(id.value())).isEqualTo(created);
        assertThat(clients.require(id).secrets()).containsExactly(secret);
        assertThat(clients.require(id).toString()).doesNotContain(secret);
        assertThat(store.<String>read(tx -> tx.list("SELECT config FROM clients", row -> row.string(1))
                        .getFirst()))
                .doesNotContain("ClientSecret", secret);
        byte[] stored = store.<byte[]>read(tx -> tx.list("SELECT sealed FROM client_secrets", row -> row.bytes(1))
                .getFirst());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        assertThat(keys.open(stored, "client-secret")).asString().isEqualTo(secret);
    }

    @Test
    void aSecretCanBeGivenInsteadOfGenerated() {
        String created = create("\"ClientSecret\":\"abcdefghijklmnopqrstuvwx\"");

        assertThat(member("ClientSecret", created)).isEqualTo("abcdefghijklmnopqrstuvwx");
        assertThat(refusal("\"ClientSecret\":\"abcdefghijklmnopqrstuvwx\",\"GenerateSecret\":true"))
                .isEqualTo("InvalidParameterException: ClientSecret cannot be given when GenerateSecret is true.");
        assertThat(refusal("\"ClientSecret\":\"short\""))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'clientSecret' failed to"
                        + " satisfy constraint: Member must have length greater than or equal to 24");
    }

    @Test
    void anUpdateReplacesTheConfigurationAndKeepsNameAndSecret() {
        String created = create(
                "\"GenerateSecret\":true,\"EnableTokenRevocation\":false,\"ReadAttributes\":[\"email\"],"
                        + "\"PreventUserExistenceErrors\":\"ENABLED\",\"AuthSessionValidity\":9,\"LogoutURLs\":[\"a://b\"]");
        String id = member("ClientId", created);
        time.pass(Duration.ofSeconds(5));

        String updated = api.answer(
                "UpdateUserPoolClient",
                "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",\"IdTokenValidity\":2}");

        String expected = DEFAULTS.replace("$id", id)
                .replace("$pool", pool)
                .replace(
                        "\"LastModifiedDate\":1795226400.123",
                        "\"IdTokenValidity\":2,\"LastModifiedDate\":1795226405.123")
                .replace(
                        "\"ClientType\"",
                        "\"ClientSecret\":\"" + member("ClientSecret", created) + "\",\"ClientType\"");
        assertThat(updated).isEqualTo(expected);
        assertThat(describe(id)).isEqualTo(expected);
    }

    @Test
    void anUpdateRenamesAndIsHeldToTheRules() {
        String id = member("ClientId", create(""));
        String of = "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",";

        assertThat(api.answer("UpdateUserPoolClient", of + "\"ClientName\":\"app\"}"))
                .contains("\"ClientName\":\"app\"");
        assertThat(api.refusal("UpdateUserPoolClient", of + "\"AllowedOAuthFlows\":[\"client_credentials\"]}"))
                .isEqualTo("InvalidOAuthFlowException: client_credentials flow can not be selected if client does not"
                        + " have a client secret.");
        assertThat(describe(id)).contains("\"ClientName\":\"app\"");
    }

    @Test
    void updatesThatRaceLeaveOneOfThemWhole() throws Exception {
        String id = member("ClientId", create(""));
        List<Future<String>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 3; i <= 15; i++) {
                String update = "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",\"ClientName\":\"name" + i
                        + "\",\"AuthSessionValidity\":" + i + "}";
                racing.add(threads.submit(() -> api.answer("UpdateUserPoolClient", update)));
            }
        }
        for (Future<String> each : racing) {
            assertThat(each.get()).contains("UserPoolClient");
        }

        String after = describe(id);
        assertThat(member("ClientName", after))
                .isEqualTo("name" + after.replaceFirst(".*\"AuthSessionValidity\":([0-9]+).*", "$1"));
    }

    @Test
    void aDeletedClientIsGoneWithItsSecret() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        String other = member("ClientId", create("\"GenerateSecret\":true"));
        clients.require(new ClientId(id));

        assertThat(api.answer("DeleteUserPoolClient", request(id))).isEmpty();

        assertThatThrownBy(() -> clients.require(new ClientId(id)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("User pool client " + id + " does not exist.");
        assertThat(api.refusal("DescribeUserPoolClient", request(id)))
                .isEqualTo("ResourceNotFoundException: User pool client " + id + " does not exist.");
        assertThat(store.<List<String>>read(
                        tx -> tx.list("SELECT client_id FROM client_secrets", row -> row.string(1))))
                .containsExactly(other);
        assertThat(store.<List<String>>read(tx -> tx.list("SELECT client_id FROM client_pools", row -> row.string(1))))
                .containsExactly(other);
    }

    @Test
    void anUnknownClientOrPoolIsNotFound() {
        String id = member("ClientId", create(""));
        String otherPool = api.pool("");
        for (String operation : List.of("DescribeUserPoolClient", "UpdateUserPoolClient", "DeleteUserPoolClient")) {
            assertThat(api.refusal(operation, request("nobody")))
                    .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
            assertThat(api.refusal(operation, request(id).replace(pool, otherPool)))
                    .as("a client of another pool")
                    .isEqualTo("ResourceNotFoundException: User pool client " + id + " does not exist.");
            assertThat(api.refusal(operation, request(id).replace(pool, "us-east-1_Nothing00")))
                    .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
            assertThat(api.refusal(operation, request(id), "eu-west-1"))
                    .isEqualTo("ResourceNotFoundException: User pool " + pool + " does not exist.");
        }
        assertThat(api.refusal("CreateUserPoolClient", "{\"UserPoolId\":\"us-east-1_Nothing00\",\"ClientName\":\"a\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
        assertThat(api.refusal("ListUserPoolClients", "{\"UserPoolId\":\"us-east-1_Nothing00\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
        assertThat(describe(id)).contains(id);
    }

    @Test
    void clientsGoWithTheirPool() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        clients.require(new ClientId(id));

        api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + pool + "\"}");

        assertThatThrownBy(() -> clients.require(new ClientId(id)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("User pool client " + id + " does not exist.");
        for (String table : List.of("clients", "client_pools", "client_secrets")) {
            assertThat(store.<List<String>>read(tx -> tx.list("SELECT client_id FROM " + table, row -> row.string(1))))
                    .isEmpty();
        }
    }

    @Test
    void listsShowTheClientsOfThePoolPageByPage() {
        String elsewhere = api.pool("");
        api.answer("CreateUserPoolClient", "{\"UserPoolId\":\"" + elsewhere + "\",\"ClientName\":\"web\"}");
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(member("ClientId", create("\"GenerateSecret\":true")));
        }
        List<String> entries = ids.stream()
                .map(id -> "{\"ClientId\":\"" + id + "\",\"ClientName\":\"web\",\"UserPoolId\":\"" + pool + "\"}")
                .toList();
        String of = "{\"UserPoolId\":\"" + pool + "\"";

        assertThat(api.answer("ListUserPoolClients", of + "}"))
                .isEqualTo("{\"UserPoolClients\":[" + String.join(",", entries) + "]}");
        String first = api.answer("ListUserPoolClients", of + ",\"MaxResults\":3}");
        String token = member("NextToken", first);
        assertThat(first)
                .isEqualTo("{\"NextToken\":\"" + token + "\",\"UserPoolClients\":["
                        + String.join(",", entries.subList(0, 3)) + "]}");
        assertThat(api.answer("ListUserPoolClients", of + ",\"MaxResults\":3,\"NextToken\":\"" + token + "\"}"))
                .isEqualTo("{\"UserPoolClients\":[" + String.join(",", entries.subList(3, 5)) + "]}");
        assertThat(api.refusal(
                        "ListUserPoolClients",
                        "{\"UserPoolId\":\"" + elsewhere + "\",\"NextToken\":\"" + token + "\"}"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }

    @Test
    void listsCanShowTheClientsOfOneType() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(member("ClientId", create("")));
        }
        ids.sort(null);
        for (String id : List.of(ids.get(4), ids.get(6))) {
            store.write(tx ->
                    tx.update("UPDATE clients SET config = replace(config, 'REGULAR', 'DCR') WHERE client_id = ?", id));
        }
        String of = "{\"UserPoolId\":\"" + pool + "\",\"ClientType\":";

        String registered = api.answer("ListUserPoolClients", of + "\"DCR\",\"MaxResults\":1}");
        assertThat(registered).contains(ids.get(4)).doesNotContain(ids.get(6));
        assertThat(api.answer(
                        "ListUserPoolClients",
                        of + "\"DCR\",\"MaxResults\":1,\"NextToken\":\"" + member("NextToken", registered) + "\"}"))
                .contains(ids.get(6))
                .doesNotContain("NextToken");
        assertThat(api.answer("ListUserPoolClients", of + "\"REGULAR\",\"MaxResults\":5}"))
                .contains(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(5))
                .doesNotContain("NextToken", ids.get(4));
        assertThat(api.refusal(
                        "ListUserPoolClients",
                        of + "\"REGULAR\",\"NextToken\":\"" + member("NextToken", registered) + "\"}"))
                .as("another type than the token's")
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }

    @Test
    void aChosenIdIsTakenOnceOverAllPools() {
        ClientId id = new ClientId("12a3b456c7de890f11g123hijk");
        CreateUserPoolClientRequest request = CreateUserPoolClientRequest.builder()
                .userPoolId(pool)
                .clientName("demo")
                .build();

        assertThat(clients.create(id, request).id()).isEqualTo(id);
        assertThat(describe(id.value())).contains("\"ClientName\":\"demo\"");
        assertThatThrownBy(() -> clients.create(
                        id, request.toBuilder().userPoolId(api.pool("")).build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The app client 12a3b456c7de890f11g123hijk exists already.");
    }

    @Test
    void aClientIsFoundWithItsPoolAsItIsNow() {
        ClientId id = new ClientId(member("ClientId", create("")));
        assertThat(clients.require(id).pool().autoVerified()).isEmpty();

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + pool + "\",\"AutoVerifiedAttributes\":[\"email\"]}");

        assertThat(clients.require(id).pool().autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(clients.require(id).pool())
                .isSameAs(pools.find(clients.require(id).pool().id()));
    }

    @Test
    void aNodeSeesItsOwnChangesAtOnceAndThoseOfOthersInTime() {
        ClientId id = new ClientId(member("ClientId", create("\"GenerateSecret\":true")));
        Clients other = new Clients(store, pools, keys, randomness, time, time);
        Client before = other.require(id);
        assertThat(clients.require(id).concealsUsers()).isFalse();
        assertThat(other.require(id).config()).as("not decoded again").isSameAs(before.config());

        api.answer(
                "UpdateUserPoolClient",
                request(id.value()).replace("}", ",\"PreventUserExistenceErrors\":\"ENABLED\"}"));

        assertThat(clients.require(id).concealsUsers()).isTrue();
        assertThat(other.require(id).concealsUsers()).isFalse();
        time.pass(Duration.ofHours(1));
        assertThat(other.require(id).concealsUsers()).isTrue();
    }

    @Test
    void theStoredSecretProvesItself() {
        String created = create("\"GenerateSecret\":true");
        ClientId id = new ClientId(member("ClientId", created));
        String hash = SecretHash.of(member("ClientSecret", created), "jane", id.value());

        clients.require(id).checkSecretHash("jane", hash);
    }

    @Test
    void customAttributesAddedLaterCanBeListedAtOnce() {
        api.answer(
                "AddCustomAttributes",
                "{\"UserPoolId\":\"" + pool + "\",\"CustomAttributes\":["
                        + "{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]}");

        assertThat(create("\"WriteAttributes\":[\"custom:team\"],\"ReadAttributes\":[\"custom:team\"]"))
                .contains("\"WriteAttributes\":[\"custom:team\"]");
    }

    private String create(String members) {
        return api.answer("CreateUserPoolClient", createRequest(members));
    }

    private String refusal(String members) {
        return api.refusal("CreateUserPoolClient", createRequest(members));
    }

    private String createRequest(String members) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientName\":\"web\"" + (members.isEmpty() ? "" : ",") + members
                + "}";
    }

    private String describe(String id) {
        return api.answer("DescribeUserPoolClient", request(id));
    }

    private String request(String id) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\"}";
    }
}
