package dev.cognate.cli.output;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a list that was read page by page. Reference: oauth-config D8.
 *
 * @param answers the answers as they came, the last one cut where {@code --max-items} ended
 * @param result the name of the member that holds the listed things
 * @param resume where {@code --starting-token} goes on; null when nothing is left
 */
public record Pages(
        List<Entries> answers, String result, @Nullable String resume) {
    /** The member that tells where to go on, whatever the service calls its own. */
    static final String TOKEN = "NextToken";

    public Pages {
        answers = List.copyOf(answers);
    }

    /** All pages as one answer. */
    Entries whole() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        List<JsonValue> listed = new ArrayList<>();
        for (Entries answer : answers) {
            if (answer.get(result) instanceof Items(List<JsonValue> values)) {
                listed.addAll(values);
                members.put(result, new Items(listed));
            }
        }
        if (resume != null) {
            members.put(TOKEN, new Text(resume));
        }
        return new Entries(members);
    }

    /** What a page lists, without the service's token; null for one that lists nothing at all. */
    static Entries listed(Entries answer, String result) {
        JsonValue values = answer.get(result);
        return new Entries(Map.of(result, values == null ? new JsonValue.Nothing() : values));
    }
}
