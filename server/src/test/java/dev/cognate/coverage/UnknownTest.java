package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests about what does not exist, for every operation that names a pool, a client or a user. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnknownTest {
    private static final String POOL = "us-east-1_Nobody000";
    private static final String NOT_FOUND = "ResourceNotFoundException";

    /** What is said before anything is looked up, unless a request has these texts too. */
    private static final Map<String, Map<String, String>> NEEDED = Map.of(
            "UpdateManagedLoginBranding", Map.of("ManagedLoginBrandingId", "00000000-0000-4000-8000-000000000000"),
            "CreateManagedLoginBranding", Map.of("UseCognitoProvidedValues", "true"),
            "AdminAddUserToGroup", Map.of("GroupName", "admins"),
            "AdminRemoveUserFromGroup", Map.of("GroupName", "admins"),
            "AdminCreateUser", Map.of("MessageAction", "RESEND"));

    /** Where the domain and the pool are looked for at once. Reference: oauth-config B7. */
    private static final Set<String> DOMAINS = Set.of("DeleteUserPoolDomain", "UpdateUserPoolDomain");

    private final ApiModel model = ApiModel.read();
    private final Requests requests = new Requests(model);
    private final TestServer server = TestServer.start();
    private final TestPool pool =
            server.pool("\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}");

    @BeforeAll
    void start() {
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\"");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<String> operationsOnPools() {
        return model.operations(NOT_FOUND, "UserPoolId").stream().filter(operation -> !DOMAINS.contains(operation));
    }

    /** Reference: lifecycle A4, ResourceNotFoundException "User pool &lt;id&gt; does not exist." */
    @ParameterizedTest
    @MethodSource("operationsOnPools")
    void aPoolThatDoesNotExistIsNamed(String operation) {
        String json = request(operation, Map.of("UserPoolId", POOL));
        assertThat(server.call(operation, json).outcome())
                .as(json)
                .isEqualTo(NOT_FOUND + ": User pool " + POOL + " does not exist.");
    }

    Stream<String> operationsOnClients() {
        return model.operations(NOT_FOUND, "ClientId").stream();
    }

    /** Reference: lifecycle A4, ResourceNotFoundException "User pool client &lt;id&gt; does not exist." */
    @ParameterizedTest
    @MethodSource("operationsOnClients")
    void aClientThatDoesNotExistIsNamed(String operation) {
        Map<String, String> texts = new LinkedHashMap<>(Map.of("ClientId", "nobody"));
        if (model.input(model.operation(operation)).getMember("UserPoolId").isPresent()) {
            texts.put("UserPoolId", pool.id());
        }
        String json = request(operation, texts);
        assertThat(server.call(operation, json).outcome())
                .as(json)
                .isEqualTo(NOT_FOUND + ": User pool client nobody does not exist.");
    }

    Stream<String> operationsOnUsers() {
        return model.operations("UserNotFoundException", "UserPoolId", "Username").stream()
                .filter(operation -> !operation.equals("UpdateAuthEventFeedback"));
    }

    /**
     * Reference: lifecycle A4, UserNotFoundException "User does not exist." UpdateAuthEventFeedback does not tell: its
     * token is nobody's.
     */
    @ParameterizedTest
    @MethodSource("operationsOnUsers")
    void aUserWhoDoesNotExistIsNotFound(String operation) {
        String json = request(operation, Map.of("UserPoolId", pool.id(), "Username", "nobody"));
        assertThat(server.call(operation, json).outcome())
                .as(json)
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    private String request(String operation, Map<String, String> texts) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.putAll(NEEDED.getOrDefault(operation, Map.of()));
        return requests.json(operation, all).replace("\"true\"", "true");
    }
}
