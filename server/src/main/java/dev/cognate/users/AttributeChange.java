package dev.cognate.users;

import dev.cognate.wire.model.AttributeType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a request wants changed. Of an attribute that is named twice the last counts. Does not print values.
 *
 * @param values what is set, by full name
 * @param removed what is deleted; in an update, what has a blank value
 */
record AttributeChange(Map<String, String> values, Set<String> removed) {
    AttributeChange {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
    }

    /** The change of an update. */
    static AttributeChange of(List<AttributeType> attributes) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> removed = new LinkedHashSet<>();
        for (AttributeType attribute : attributes) {
            String name = attribute.name();
            String value = attribute.value();
            if (value == null || value.isBlank()) {
                values.remove(name);
                removed.add(name);
            } else {
                removed.remove(name);
                values.put(name, name.endsWith(Address.VERIFIED) ? value.toLowerCase(Locale.ROOT) : value);
            }
        }
        return new AttributeChange(values, removed);
    }

    /** The change of a deletion. */
    static AttributeChange removing(List<String> names) {
        return new AttributeChange(Map.of(), new LinkedHashSet<>(names));
    }

    /** Everything that is set or deleted. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.addAll(removed);
        return names;
    }

    /** The names. */
    @Override
    public String toString() {
        return "AttributeChange" + names();
    }
}
