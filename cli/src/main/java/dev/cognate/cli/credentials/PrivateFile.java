package dev.cognate.cli.credentials;

import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a secret in it, for its owner alone. */
final class PrivateFile {

    private PrivateFile() {}

    /** Writes the whole file in one step. Where that cannot be done it is left undone: the file only saves a question. */
    static void write(Path file, Entries content) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            // A temporary file is made for its owner only.
            Path draft = Files.createTempFile(folder, "cognate", ".tmp");
            try {
                Files.writeString(draft, JsonWriter.compact(content));
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException unwritable) {
            return;
        }
    }
}
