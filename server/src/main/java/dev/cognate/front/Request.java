package dev.cognate.front;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request, completely received. Prints its method and path only: the rest may hold secrets.
 *
 * @param method the method in upper case, such as {@code GET}
 * @param path the path as sent, beginning with a slash, not decoded
 * @param rawQuery what follows the question mark, not decoded; empty for none
 * @param headers the header fields
 * @param body the body, empty for none; at most {@link FrontLimits#maxBody()} bytes
 * @param sourceAddress the IP address of the other end of the connection
 */
public record Request(String method, String path, String rawQuery, Headers headers, byte[] body, String sourceAddress) {

    /**
     * The query's parameters, decoded, in order; one without an equals sign has the empty value.
     *
     * @throws IllegalArgumentException a percent sign is not followed by two hexadecimal digits, or a parameter holds
     *     U+0000, which no text of a database can hold
     */
    public Map<String, List<String>> query() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.computeIfAbsent(decode(name), _ -> new ArrayList<>()).add(decode(value));
            }
        }
        return parameters;
    }

    /** The first value of a parameter of the query, null when it is absent. */
    public @Nullable String parameter(String name) {
        List<String> values = query().get(name);
        return values == null ? null : values.getFirst();
    }

    private static String decode(String encoded) {
        String decoded = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        if (decoded.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A parameter holds the character U+0000");
        }
        return decoded;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
