package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cognate export} without a passphrase file, typed at a terminal, as docs/moving.md has it. */
class ExportAtATerminalTest {
    private static final String POOL = "us-east-1_COGNATE01";
    private static final String PASSPHRASE = "correct horse";

    @TempDir
    private Path folder;

    /** Nobody sees a passphrase that is typed, and a slip would lock the file. */
    @Test
    void thePassphraseOfAnExportIsTypedTwice() {
        Typed.require();
        Program.start(folder, "--demo").close();
        Path file = folder.resolve("people.jsonl");
        try (Typed typed = export(file)) {
            typed.awaits("Passphrase: ").type(PASSPHRASE + "\n");
            typed.awaits("Passphrase, once more: ").type("correct hoarse\n");
            typed.awaits("The two passphrases are not the same");
            assertThat(typed.status()).isEqualTo(1);
        }
        assertThat(file).doesNotExist();
        try (Typed typed = export(file)) {
            typed.awaits("Passphrase: ").type(PASSPHRASE + "\n");
            typed.awaits("Passphrase, once more: ").type(PASSPHRASE + "\n");
            typed.awaits("Exported " + POOL);
            assertThat(typed.status()).isZero();
            assertThat(typed.shown()).doesNotContain(PASSPHRASE);
        }
    }

    private Typed export(Path file) {
        String[] words = {"export", "--data", folder.toString(), "--user-pool-id", POOL, "--out", file.toString()};
        return Typed.begin(
                Map.of(),
                Stream.concat(Stream.of(Program.LAUNCHER.toString()), Stream.of(words))
                        .toList());
    }
}
