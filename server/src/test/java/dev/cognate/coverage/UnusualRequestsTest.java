package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.StructureShape;

/**
 * Whatever a client sends, it is told in the terms of the model: InternalErrorException is for mistakes of the program, and
 * the server of these tests takes a fault that the model does not list for one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class UnusualRequestsTest {
    private final ApiModel model = ApiModel.read();
    private final UnusualRequests requests = new UnusualRequests(model);
    private TestServer server;

    /** A server on an empty store. */
    abstract TestServer started();

    @BeforeAll
    void start() {
        server = started();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<String> operations() {
        return model.operations().stream().map(ApiModel::name);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whateverAClientSendsIsNoIncident(String operation) {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        StructureShape input = model.input(model.operation(operation));
        Map<String, String> real = Map.of(
                "UserPoolId", pool.id(),
                "ClientId", pool.client(),
                "Username", "jane",
                "AccessToken", pool.accessToken("jane"),
                "ResourceArn", "arn:aws:cognito-idp:us-east-1:123456789012:userpool/" + pool.id());

        ObjectNode usual = new Requests(model).minimal(input);
        for (ObjectNode request : requests.of(input)) {
            ObjectNode sent = request;
            for (String name : input.getMemberNames()) {
                // What names the thing is real, unless it is what is unusual.
                boolean asUsual = request.getMember(name).equals(usual.getMember(name));
                sent = asUsual && real.containsKey(name) ? sent.withMember(name, real.get(name)) : sent;
            }
            Reply reply = server.call(operation, Node.printJson(sent));
            assertThat(reply.status())
                    .as(Node.printJson(sent) + " " + reply.body())
                    .isLessThan(500);
        }
    }

    @Test
    void whateverAUserIsCalledIsNoIncident() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"preferred_username\"]");
        for (String text : UnusualRequests.TEXTS) {
            String value = Node.printJson(Node.from(text));
            String filter = Node.printJson(Node.from("name ^= \"" + text.replace("\"", "") + "\""));
            for (String name : List.of("name", "preferred_username", "email", "phone_number", "birthdate")) {
                String attributes = "[{\"Name\":\"" + name + "\",\"Value\":" + value + "}]";
                String username = "\"Username\":" + Node.printJson(Node.from(name + text));
                assertThat(pool.adminCall("AdminCreateUser", username + ",\"UserAttributes\":" + attributes)
                                .status())
                        .as(name + " " + value)
                        .isLessThan(500);
            }
            assertThat(pool.adminCall("ListUsers", "\"Filter\":" + filter).status())
                    .as(filter)
                    .isLessThan(500);
        }
    }
}
