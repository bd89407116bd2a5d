package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every constraint of the model on the input of every operation, broken one at a time. Reference: oauth-config A5. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstraintsTest {
    private final ApiModel model = ApiModel.read();
    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<String> operations() {
        return model.operations().stream().map(ApiModel::name);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRequestThatBreaksAConstraintIsToldWhichAndWhere(String operation) {
        for (BrokenRequests.Broken broken : BrokenRequests.of(model, model.operation(operation))) {
            Reply reply = server.call(operation, broken.json());
            assertThat(reply.body())
                    .as(broken.json())
                    .startsWith("{\"__type\":\"InvalidParameterException\",\"message\":\"")
                    .contains(" detected: Value ")
                    .contains(inJson(broken.clause()));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void noOperationIsLeftOut(String operation) {
        Reply reply = server.call(operation, "{}");

        assertThat(reply.status()).isNotEqualTo(501);
        assertThat(reply.fault()).isNotEqualTo("OperationNotImplemented");
    }

    private static String inJson(String text) {
        return text.replace("\\", "\\\\");
    }
}
