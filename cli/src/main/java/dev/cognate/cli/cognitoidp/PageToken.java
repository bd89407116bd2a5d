package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Nothing;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on: the value of {@code --starting-token}. Reference: oauth-config D8.
 *
 * @param service the service's own token of the page; null for the first page
 * @param skipped how many things of that page were printed already; null where the page is whole
 */
record PageToken(@Nullable String service, @Nullable Integer skipped) {
    /** The beginning of a list. */
    static final PageToken START = new PageToken(null, null);

    private static final String SKIPPED = "boto_truncate_amount";

    /** The token that a text stands for; a text that is none of ours is the service's own. */
    static PageToken of(String text, String member) {
        try {
            String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            if (JsonReader.read(json) instanceof Entries entries && entries.get(member) != null) {
                Integer skipped = entries.get(SKIPPED) instanceof Whole(String digits) ? Integer.valueOf(digits) : null;
                return new PageToken(entries.text(member), skipped);
            }
            return new PageToken(text, null);
        } catch (IllegalArgumentException | Malformed foreign) {
            return new PageToken(text, null);
        }
    }

    /** The token as text. */
    String text(String member) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(member, service == null ? new Nothing() : new Text(service));
        if (skipped != null) {
            members.put(SKIPPED, new Whole(Integer.toString(skipped)));
        }
        byte[] json = JsonWriter.compact(new Entries(members)).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(json);
    }
}
