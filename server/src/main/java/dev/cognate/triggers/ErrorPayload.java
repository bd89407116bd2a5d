package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.ProtocolFault;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a failed function leaves as its answer: {@code {"errorMessage":…,"errorType":…}}. */
record ErrorPayload(@Nullable String message, boolean typed) {
    private static final ErrorPayload NONE = new ErrorPayload(null, false);

    /** Reads the answer; without a message when it is something else. */
    static ErrorPayload of(String json) {
        try {
            return JsonInput.decode(json.getBytes(StandardCharsets.UTF_8), (in, at, violations) -> read(in));
        } catch (ProtocolFault somethingElse) {
            return NONE;
        }
    }

    static ErrorPayload read(JsonInput in) {
        String message = null;
        boolean typed = false;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "errorMessage" -> message = in.string();
                case "errorType" -> typed = in.string() != null;
                default -> in.skip();
            }
        }
        return new ErrorPayload(message, typed);
    }

    /** The function error that this payload tells of; one without a message counts as a dead process. */
    FunctionResult.FunctionError error() {
        return new FunctionResult.FunctionError(message == null ? Texts.DIED : message);
    }
}
