package dev.cognate.signin;

import dev.cognate.wire.JsonOutput;
import java.util.List;

/** JSON inside of challenge parameters, which are all texts. */
final class Json {
    private static final String BEFORE = "{\"_\":";

    private Json() {}

    /** An array of texts. */
    static String list(List<String> texts) {
        String object = JsonOutput.text(out -> {
            out.beginObject();
            out.member("_", texts);
            out.endObject();
        });
        return object.substring(BEFORE.length(), object.length() - 1);
    }
}
