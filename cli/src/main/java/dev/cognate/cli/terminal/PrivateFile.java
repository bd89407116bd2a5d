package dev.cognate.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file with a secret in it, for its owner alone. */
public final class PrivateFile {

    private PrivateFile() {}

    /**
     * Writes the whole file in one step, and the folder where there is none.
     *
     * @throws IOException when it cannot be written; what was there before is left as it was
     */
    public static void write(Path file, String content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        // A temporary file is made for its owner only.
        Path draft = Files.createTempFile(folder, "cognate", ".tmp");
        try {
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
