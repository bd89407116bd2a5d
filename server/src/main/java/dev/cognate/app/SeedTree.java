package dev.cognate.app;

import dev.cognate.wire.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A mapping of a seed file, with the place where it stands. Taking a member away marks it as known; what is left in the
 * end was misspelt.
 */
final class SeedTree {
    private final String place;
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private SeedTree(String place, Map<?, ?> mapping) {
        this.place = place;
        mapping.forEach((name, value) -> members.put(String.valueOf(name), value));
    }

    /**
     * The mapping that a file holds.
     *
     * @throws SettingsError it cannot be read, or is no mapping
     */
    static SeedTree of(Path file) {
        try {
            return of("The seed file " + file, yaml(file.toString(), Files.readString(file)));
        } catch (IOException unreadable) {
            throw new SettingsError("The seed file " + file + " cannot be read: " + unreadable.getMessage());
        } catch (YamlEngineException malformed) {
            throw new SettingsError("The seed file " + file + " is not YAML: " + malformed.getMessage());
        }
    }

    private static SeedTree of(String place, @Nullable Object value) {
        if (value instanceof Map<?, ?> mapping) {
            return new SeedTree(place, mapping);
        }
        throw new SettingsError(place + " should hold names and values");
    }

    private static @Nullable Object yaml(String label, String text) {
        return new Load(LoadSettings.builder().setLabel(label).build()).loadFromString(text);
    }

    /** Where it stands, for messages. */
    String place() {
        return place;
    }

    /** Takes a text that must be there. */
    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new SettingsError(place + " has no " + name);
        }
        return text;
    }

    /** Takes a text, null for none. */
    @Nullable String optionalText(String name) {
        Object value = members.remove(name);
        return value == null ? null : value.toString();
    }

    /** Takes a mapping; an empty one for none. */
    SeedTree branch(String name) {
        Object value = members.remove(name);
        return of(place + ", " + name, value == null ? Map.of() : value);
    }

    /** An empty mapping that stands at the same place. */
    SeedTree emptied() {
        return new SeedTree(place, Map.of());
    }

    /** Takes a list of mappings; none for no list. */
    List<SeedTree> branches(String name) {
        List<SeedTree> branches = new ArrayList<>();
        for (Object value : list(name)) {
            branches.add(of(place + ", " + name + " " + (branches.size() + 1), value));
        }
        return branches;
    }

    /** Takes a list of texts; none for no list. */
    List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    private List<?> list(String name) {
        return switch (members.remove(name)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object _ -> throw new SettingsError(place + ", " + name + " should be a list");
        };
    }

    /** Sets a member. */
    SeedTree with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    /** Sets a member that is not there. */
    SeedTree withUsual(String name, Object value) {
        members.putIfAbsent(name, value);
        return this;
    }

    /** Writes attributes as the API has them, where they are a mapping: a list of names and values. */
    SeedTree withAttributes(String name) {
        if (members.get(name) instanceof Map<?, ?> attributes) {
            List<Object> list = new ArrayList<>();
            attributes.forEach(
                    (key, value) -> list.add(Map.of("Name", String.valueOf(key), "Value", String.valueOf(value))));
            members.put(name, list);
        }
        return this;
    }

    /** Refuses members that nobody took. */
    void requireNothingElse() {
        if (!members.isEmpty()) {
            throw unknown(members.keySet().iterator().next());
        }
    }

    /** It as a structure of the API. */
    Shape shape() {
        return shape(members);
    }

    private static Shape shape(Map<?, ?> mapping) {
        return out -> {
            out.beginObject();
            mapping.forEach((key, value) -> {
                String name = String.valueOf(key);
                switch (value) {
                    case null -> out.member(name, (String) null);
                    case Boolean flag -> out.member(name, flag);
                    case Integer number -> out.member(name, number);
                    case Map<?, ?> branch -> out.member(name, shape(branch));
                    case List<?> list ->
                        out.member(name, list.stream().map(SeedTree::element).toList());
                    case Object text -> out.member(name, text.toString());
                }
            });
            out.endObject();
        };
    }

    private static Object element(Object value) {
        return value instanceof Map<?, ?> branch ? shape(branch) : value.toString();
    }

    /**
     * Refuses members that an operation does not know.
     *
     * @param understood the JSON of what was understood
     */
    void requireUnderstood(String understood) {
        require("", members, yaml("understood", understood));
    }

    private void require(String prefix, @Nullable Object given, @Nullable Object understood) {
        if (given instanceof Map<?, ?> branch && understood instanceof Map<?, ?> known) {
            branch.forEach((name, value) -> {
                if (value != null && !known.containsKey(name)) {
                    throw unknown(prefix + name);
                }
                require(prefix + name + ".", value, known.get(name));
            });
        } else if (given instanceof List<?> list && understood instanceof List<?> known) {
            for (int i = 0; i < Math.min(list.size(), known.size()); i++) {
                require(prefix, list.get(i), known.get(i));
            }
        }
    }

    private SettingsError unknown(String name) {
        return new SettingsError(place + ": " + name + " is unknown");
    }
}
