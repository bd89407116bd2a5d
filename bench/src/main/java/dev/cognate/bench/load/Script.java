package dev.cognate.bench.load;

import java.util.function.LongFunction;

/**
 * What is asked: one operation, with another body each time.
 *
 * @param path the path, {@code /} for the API
 * @param operation the API's operation, as in {@code ListUsers}
 * @param bodies the JSON body of the request with a number; numbers count up from the plan's first
 */
public record Script(String path, String operation, LongFunction<String> bodies) {

    /** An operation of the API. */
    public static Script of(String operation, LongFunction<String> bodies) {
        return new Script("/", operation, bodies);
    }

    /** The same bodies sent to another path. */
    public Script at(String otherPath) {
        return new Script(otherPath, operation, bodies);
    }
}
