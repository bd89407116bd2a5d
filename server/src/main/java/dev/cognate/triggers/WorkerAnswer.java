package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.Returned;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.Violations;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line in which a worker answers an event.
 *
 * @param result what came of the event
 * @param leaving whether the worker ends now
 */
record WorkerAnswer(FunctionResult result, boolean leaving) {
    private static final WorkerAnswer UNREADABLE = new WorkerAnswer(new Returned(""), true);

    /** Reads a line; one that cannot be read is an answer that nobody can recognise. */
    static WorkerAnswer of(String line) {
        try {
            return JsonInput.decode(
                    line.getBytes(StandardCharsets.UTF_8), (in, at, violations) -> read(in, at, violations));
        } catch (ProtocolFault unreadable) {
            return UNREADABLE;
        }
    }

    private static WorkerAnswer read(JsonInput in, Path at, Violations violations) {
        Document returned = null;
        ErrorPayload error = null;
        boolean leaving = false;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "returned" -> returned = in.document();
                case "error" -> error = in.structure(at, violations, (payload, _, _) -> ErrorPayload.read(payload));
                case "leaving" -> leaving = Boolean.TRUE.equals(in.bool());
                default -> in.skip();
            }
        }
        return new WorkerAnswer(error == null ? returned(returned) : error(error), leaving);
    }

    private static FunctionResult returned(@Nullable Document json) {
        return new Returned(json == null ? "null" : json.json());
    }

    /** An error without words of its own is still that of a function which ran. */
    private static FunctionResult error(ErrorPayload error) {
        return new FunctionError(error.message() == null ? "" : error.message());
    }
}
