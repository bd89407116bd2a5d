package dev.cognate.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the generator makes of {@code tiny.smithy}. */
class GeneratedFilesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Path TRAITS = Path.of("../wire/src/main/smithy/traits.smithy");

    @TempDir
    private Path folder;

    private Path smithy;

    @BeforeEach
    void copyTheModel() throws IOException {
        smithy = Files.createDirectory(folder.resolve("smithy"));
        Files.copy(RESOURCES.resolve("tiny/tiny.smithy"), smithy.resolve("tiny.smithy"));
        Files.copy(TRAITS, smithy.resolve("traits.smithy"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev/cognate/wire/model/GreetRequest.java",
                "dev/cognate/wire/model/GreetResponse.java",
                "dev/cognate/wire/model/ForgetRequest.java",
                "dev/cognate/wire/model/OriginType.java",
                "dev/cognate/wire/model/MoodType.java",
                "dev/cognate/wire/model/Rules.java",
                "dev/cognate/wire/model/Operations.java",
                "dev/cognate/wire/model/package-info.java",
                "dev/cognate/wire/fault/RudeException.java",
                "dev/cognate/wire/fault/BrokenException.java",
                "dev/cognate/wire/cli/operations.json",
                "dev/cognate/wire/cli/greet.json",
                "dev/cognate/wire/cli/forget.json",
                "dev/cognate/wire/cli/help/greet.json",
                "dev/cognate/wire/cli/help/forget.json",
            })
    void eachFileIsAsExpectedLetterByLetter(String file) throws IOException {
        Path out = generate("out");

        String kind = file.contains("/help/") ? "help-" : "";
        Path expected = RESOURCES.resolve("golden").resolve(kind + Path.of(file).getFileName() + ".txt");
        assertThat(Files.readString(out.resolve(file))).isEqualTo(Files.readString(expected));
    }

    @Test
    void noOtherFilesAreMade() {
        assertThat(contents(generate("out")).keySet().stream()
                        .map(Path::toString)
                        .filter(name -> !name.endsWith("package-info.java")))
                .containsExactly(
                        "dev/cognate/wire/cli/forget.json",
                        "dev/cognate/wire/cli/greet.json",
                        "dev/cognate/wire/cli/help/forget.json",
                        "dev/cognate/wire/cli/help/greet.json",
                        "dev/cognate/wire/cli/operations.json",
                        "dev/cognate/wire/fault/BrokenException.java",
                        "dev/cognate/wire/fault/RudeException.java",
                        "dev/cognate/wire/model/ForgetRequest.java",
                        "dev/cognate/wire/model/GreetRequest.java",
                        "dev/cognate/wire/model/GreetResponse.java",
                        "dev/cognate/wire/model/GuestType.java",
                        "dev/cognate/wire/model/MoodType.java",
                        "dev/cognate/wire/model/Operations.java",
                        "dev/cognate/wire/model/OriginType.java",
                        "dev/cognate/wire/model/Rules.java");
    }

    @Test
    void theSameModelGivesTheSameBytes() {
        assertThat(contents(generate("one"))).isEqualTo(contents(generate("two")));
    }

    @Test
    void aSecondRunWritesNoFile() throws IOException {
        Path out = generate("out");
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        for (Path file : files(out)) {
            Files.setLastModifiedTime(file, longAgo);
        }

        generate("out");

        for (Path file : files(out)) {
            assertThat(Files.getLastModifiedTime(file)).as(file.toString()).isEqualTo(longAgo);
        }
    }

    @Test
    void aChangedModelWritesTheFilesThatChange() throws IOException {
        Path out = generate("out");
        Path model = smithy.resolve("tiny.smithy");
        Files.writeString(model, Files.readString(model).replace("max: 150", "max: 151"));

        generate("out");

        assertThat(out.resolve("dev/cognate/wire/model/GreetRequest.java"))
                .content()
                .contains("in.integer(), 0, 151");
    }

    private Path generate(String name) {
        Path out = folder.resolve(name);
        Main.generate(smithy, out, out);
        return out;
    }

    private static SortedMap<Path, String> contents(Path out) {
        SortedMap<Path, String> contents = new TreeMap<>();
        for (Path file : files(out)) {
            contents.put(out.relativize(file), read(file));
        }
        return contents;
    }

    private static List<Path> files(Path out) {
        try (Stream<Path> all = Files.walk(out)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
