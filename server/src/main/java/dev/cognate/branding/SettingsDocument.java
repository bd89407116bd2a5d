package dev.cognate.branding;

import dev.cognate.wire.Document;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The settings of a managed login branding: a JSON object of any depth. Reference: oauth-config B11. */
final class SettingsDocument {
    private static final String DEFAULTS = "managed-login-defaults.json";

    private SettingsDocument() {}

    /** Whether a document is a JSON object. */
    static boolean isObject(Document document) {
        return document.json().startsWith("{");
    }

    /** The defaults with all that the settings say laid over them; only objects are laid over objects. */
    static Document merged(@Nullable Document settings) {
        Document defaults = defaults();
        return settings == null ? defaults : laidOver(defaults, settings);
    }

    private static Document laidOver(Document below, Document above) {
        if (!isObject(below) || !isObject(above)) {
            return above;
        }
        Map<String, Document> members = members(below);
        members(above).forEach((name, value) -> members.merge(name, value, SettingsDocument::laidOver));
        return new Document(JsonOutput.text(out -> {
            out.beginObject();
            members.forEach(out::member);
            out.endObject();
        }));
    }

    private static Map<String, Document> members(Document object) {
        return JsonInput.decodeStored(object.json(), (in, at, violations) -> {
            Map<String, Document> members = new LinkedHashMap<>();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                Document value = in.document();
                if (value != null) {
                    members.put(name, value);
                }
            }
            return members;
        });
    }

    private static Document defaults() {
        try (InputStream file = SettingsDocument.class.getResourceAsStream(DEFAULTS)) {
            String json = new String(Objects.requireNonNull(file, DEFAULTS).readAllBytes(), StandardCharsets.UTF_8);
            return JsonInput.decodeStored("{\"x\":" + json + "}", (in, at, violations) -> {
                Document found = in.nextMember() == null ? null : in.document();
                in.nextMember();
                return Objects.requireNonNull(found);
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
