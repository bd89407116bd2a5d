package dev.cognate.bench;

import dev.cognate.bench.subject.PackagedCognate;
import dev.cognate.bench.subject.SeededFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What benchmarks work with.
 *
 * @param root the checkout
 * @param brief whether everything is kept small: to see that it works, not how fast it is
 * @param report takes the figures
 * @param random fills data folders
 * @param clock the time that data folders are filled with
 */
record Bench(Path root, boolean brief, Report report, SecureRandom random, InstantSource clock) {
    private static final int BRIEF_SHARE = 10;
    private static final int BRIEF_ROUNDS = 4;
    private static final int FEWEST_USERS = 100;

    /** The program under test. */
    PackagedCognate cognate() {
        return new PackagedCognate(root);
    }

    /** Where data folders and outputs are, on the disk of the checkout. */
    private Path workplace() {
        return root.resolve("target/bench/data");
    }

    /** An empty folder of that name. */
    Path folder(String name) throws IOException {
        Path folder = workplace().resolve(name);
        delete(folder);
        Files.createDirectories(folder);
        return folder;
    }

    /** Deletes what a benchmark has left: a million users and the access logs of millions of requests. */
    void clearAway() throws IOException {
        delete(workplace());
    }

    /** A data folder with so many users. */
    Path seeded(String name, int users) throws IOException {
        Path folder = folder(name);
        SeededFolder.make(folder, users, random, clock);
        return folder;
    }

    /** A second folder with the same data as one that nobody has open. */
    Path copy(Path seeded, String name) throws IOException {
        Path folder = folder(name);
        for (String file : new String[] {"cognate.db", "seal.key"}) {
            Files.copy(seeded.resolve(file), folder.resolve(file));
        }
        return folder;
    }

    /** That many seconds, or a tenth of them. */
    Duration seconds(int full) {
        return Duration.ofSeconds(full).dividedBy(brief ? BRIEF_SHARE : 1);
    }

    /** That many rounds, or a quarter of them. */
    int rounds(int full) {
        return brief ? Math.max(1, full / BRIEF_ROUNDS) : full;
    }

    /** That many users, or a tenth, but a hundred at least. */
    int users(int full) {
        return brief ? Math.min(full, Math.max(FEWEST_USERS, full / BRIEF_SHARE)) : full;
    }

    /** Another program's file, where the machine has it: {@code bench/run} puts its place into the environment. */
    @Nullable Path tool(String variable) {
        String place = System.getenv(variable);
        return place == null || place.isEmpty() || !Files.exists(Path.of(place)) ? null : Path.of(place);
    }

    /** Deletes a folder with all that is in it. */
    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
