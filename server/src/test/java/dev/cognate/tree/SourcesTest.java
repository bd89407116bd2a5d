package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources of all modules must and must not contain. */
class SourcesTest {
    private static final List<String> MODULES = List.of("codegen", "wire", "server", "cli", "conformance", "bench");

    @Test
    void everyPackageHasATourAndIsNullMarked() {
        List<Path> folders = MODULES.stream()
                .flatMap(module -> Project.sources(module, "main").stream())
                .map(file -> file.resolveSibling("package-info.java"))
                .distinct()
                .toList();
        assertThat(folders).isNotEmpty().allSatisfy(tour -> {
            assertThat(tour).exists();
            assertThat(Project.read(tour)).contains("@NullMarked").contains("/**");
        });
    }

    @Test
    void noTestSleepsOrIsSwitchedOff() {
        Map<String, String> banned = Map.of(
                "Thread." + "sleep(",
                "a test waits for a condition",
                "@" + "Disabled",
                "a test that does not run proves nothing");
        all("test")
                .forEach(file -> banned.forEach((text, reason) ->
                        assertThat(Project.read(file)).as(file + ": " + reason).doesNotContain(text)));
    }

    @Test
    void noSourceIsLeftUnfinished() {
        Stream.concat(all("main"), all("test"))
                .forEach(file -> assertThat(Project.read(file))
                        .as(file.toString())
                        .doesNotContainPattern("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b"));
    }

    @Test
    void bothDatabasesHaveTheSameMigrations() {
        Path migrations = Project.ROOT.resolve("server/src/main/resources/db");
        assertThat(names(migrations.resolve("sqlite"))).isEqualTo(names(migrations.resolve("postgresql")));
    }

    private static Stream<Path> all(String part) {
        return MODULES.stream().flatMap(module -> Project.sources(module, part).stream());
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.io.IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
