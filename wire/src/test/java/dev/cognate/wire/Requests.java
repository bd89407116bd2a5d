package dev.cognate.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cognate.wire.fault.InvalidParameterException;
import java.nio.charset.StandardCharsets;

/** Bodies on their way to an operation, as text. */
final class Requests {

    private Requests() {}

    static <I> I accepted(OperationModel<I, ?> operation, String body) {
        return JsonInput.decode(body.getBytes(StandardCharsets.UTF_8), operation.input());
    }

    static Fault refused(OperationModel<?, ?> operation, String body) {
        return refused(operation, body.getBytes(StandardCharsets.UTF_8));
    }

    static Fault refused(OperationModel<?, ?> operation, byte[] body) {
        return catchThrowableOfType(Fault.class, () -> JsonInput.decode(body, operation.input()));
    }

    /** The text about broken constraints. */
    static String violations(OperationModel<?, ?> operation, String body) {
        Fault fault = refused(operation, body);
        if (fault instanceof InvalidParameterException && fault.getMessage() != null) {
            return fault.getMessage();
        }
        throw new AssertionError("Not refused for its constraints", fault);
    }
}
