package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.StructureShape;

/**
 * Whatever can be configured is shown as it was set, member by member: {@code settings.json} has a value for each, and a
 * reason for each that is not shown. Reference: oauth-config B1 to B16, newer.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettingsTest {
    private static final Setting.File FILE = Setting.File.read();

    private final ApiModel model = ApiModel.read();
    private final TestServer server = TestServer.start();
    private int names;

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Setting> settings() {
        return FILE.settings().stream();
    }

    static Stream<String> operations() {
        return settings().map(Setting::write).distinct();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsSetIsShown(Setting setting) {
        Talk talk = new Talk(setting);
        Map<String, Set<String>> shown = Leaves.of(talk.set(setting.values()));

        talk.sent()
                .forEach((path, values) -> assertThat(shown.getOrDefault(FILE.shownAs(path), Set.of()))
                        .as(path)
                        .containsAll(values));
    }

    static Stream<Setting> settingsWithUsualValues() {
        return settings().filter(setting -> setting.write().matches("CreateUserPool(Client)?|SetUserPoolMfaConfig"));
    }

    /** Or the test above would prove nothing. */
    @ParameterizedTest
    @MethodSource("settingsWithUsualValues")
    void whatIsSetIsNotTheUsual(Setting setting) {
        ObjectNode needed = setting.values();
        for (MemberShape member : input(setting.write()).members()) {
            needed = member.isRequired() ? needed : needed.withoutMember(member.getMemberName());
        }
        Talk talk = new Talk(setting);
        Map<String, Set<String>> usual = Leaves.of(talk.set(needed));

        Map<String, Set<String>> sent = talk.sent();
        sent.keySet().removeAll(Leaves.of(needed).keySet());
        sent.forEach((path, values) -> assertThat(usual.getOrDefault(FILE.shownAs(path), Set.of()))
                .as(path)
                .isNotEqualTo(values));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyMemberIsSetOrNotShownForAReason(String operation) {
        Set<String> members = Leaves.of(model, input(operation));
        members.remove("UserPoolId");
        settings().filter(setting -> setting.write().equals(operation)).forEach(setting -> {
            members.removeAll(setting.id());
            Leaves.of(setting.values())
                    .keySet()
                    .forEach(sent -> members.removeIf(path -> isOf(Leaves.member(sent), path)));
        });

        assertThat(FILE.notShown(operation).getStringMap().keySet()).isEqualTo(members);
    }

    /** Whether a leaf is a member, or an entry of it. */
    private static boolean isOf(String leaf, String member) {
        return leaf.equals(member) || leaf.startsWith(member + ".");
    }

    private StructureShape input(String operation) {
        return model.input(model.operation(operation));
    }

    /** A setting's way through a new pool. */
    private final class Talk {
        private final Setting setting;
        private final List<ObjectNode> answers = new ArrayList<>();
        private final String name = "name" + ++names;
        private TestPool pool = server.pool("");

        Talk(Setting setting) {
            this.setting = setting;
            for (ObjectNode step : setting.steps()) {
                call(step.expectStringMember("call").getValue(), step.expectObjectMember("with"));
            }
        }

        /** What the operation is sent of the values that are shown. */
        Map<String, Set<String>> sent() {
            Set<String> members = Leaves.of(model, input(setting.write()));
            members.removeAll(FILE.notShown(setting.write()).getStringMap().keySet());
            String filled = filled(Node.printJson(setting.values()));
            Map<String, Set<String>> sent = Leaves.of(Node.parse(filled).expectObjectNode());
            sent.keySet().removeIf(path -> members.stream().noneMatch(member -> isOf(Leaves.member(path), member)));
            // What names the thing, and what stands in the path already.
            sent.keySet().removeIf(path -> path.equals("ResourceArn") || path.matches(".*\\[.*\\]\\.Name"));
            return sent;
        }

        /** Sets members, and returns what is shown then. */
        ObjectNode set(ObjectNode members) {
            answers.addFirst(members);
            ObjectNode answer = call(setting.write(), members);
            if (setting.write().equals("CreateUserPool")) {
                String id = answer.expectObjectMember("UserPool")
                        .expectStringMember("Id")
                        .getValue();
                pool = new TestPool(server, id, "none");
            }
            ObjectNode found = call(setting.read(), Node.objectNode());
            return setting.shown().isEmpty() ? found : found.expectObjectMember(setting.shown());
        }

        private ObjectNode call(String operation, ObjectNode members) {
            ObjectNode request = Node.objectNode();
            for (MemberShape member : input(operation).members()) {
                Node value = value(member.getMemberName(), members);
                request = value == null ? request : request.withMember(member.getMemberName(), value);
            }
            Reply reply = server.expect(operation, filled(Node.printJson(request)));
            ObjectNode answer = reply.body().isEmpty()
                    ? Node.objectNode()
                    : Node.parse(reply.body()).expectObjectNode();
            answers.add(answer);
            return answer;
        }

        private @Nullable Node value(String name, ObjectNode members) {
            Node found = members.getMember(name).orElse(null);
            for (ObjectNode answer : answers) {
                found = found == null && setting.id().contains(name) ? find(answer, name) : found;
            }
            return found == null ? usual(name) : found;
        }

        private @Nullable Node usual(String name) {
            return switch (name) {
                case "UserPoolId" -> Node.from(pool.id());
                case "ClientId" -> Node.from(pool.client());
                default -> null;
            };
        }

        private String filled(String json) {
            return json.replace("$client", pool.client())
                    .replace("$pool", pool.id())
                    .replace("$name", name);
        }

        private static @Nullable Node find(ObjectNode object, String name) {
            Node found = object.getMember(name).orElse(null);
            for (Node member : object.getMembers().values()) {
                found = found == null && member instanceof ObjectNode inner ? find(inner, name) : found;
            }
            return found;
        }
    }
}
