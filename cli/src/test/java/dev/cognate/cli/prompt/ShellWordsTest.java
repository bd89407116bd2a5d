package dev.cognate.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line is split into words, and where the cursor is in them. */
class ShellWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b  c | a,b,c",
                "a'b c'd | ab cd",
                "a\"b c\"d | ab cd",
                "'a\\b' | a\\b",
                "a\\ b | a b",
                "\"a\\\"b\\\\c\\d\" | a\"b\\c\\d",
                "'it'\"'\"'s' | it's",
                "'' | ",
                "--x={\"a\":1} | --x={a:1}"
            })
    void linesAreSplitAsAShellDoes(String line, String words) {
        assertThat(String.join(",", ShellWords.split(line))).isEqualTo(words == null ? "" : words);
    }

    @Test
    void anEmptyQuoteIsAnEmptyWord() {
        assertThat(ShellWords.split("a '' b")).containsExactly("a", "", "b");
        assertThat(ShellWords.split("  ")).isEmpty();
    }

    @Test
    void theCursorIsWithinAWordOrBetweenTwo() {
        assertThat(ShellWords.of("ab 'c d' ", 6)).isEqualTo(new ShellWords(List.of("ab", "c d"), 1, 2, 3, 5, false));
        assertThat(ShellWords.of("ab ", 3)).isEqualTo(new ShellWords(List.of("ab", ""), 1, 0, 0, 0, false));
        assertThat(ShellWords.of("ab cd", 5)).isEqualTo(new ShellWords(List.of("ab", "cd"), 1, 2, 2, 2, false));
        assertThat(ShellWords.of("ab  cd", 3)).isEqualTo(new ShellWords(List.of("ab", "", "cd"), 1, 0, 0, 0, false));
        assertThat(ShellWords.of("", 0)).isEqualTo(new ShellWords(List.of(""), 0, 0, 0, 0, false));
    }

    @Test
    void anOpenQuoteOrABackslashAtTheEndWaitsForMore() {
        assertThat(ShellWords.of("a 'b", 4).isOpen()).isTrue();
        assertThat(ShellWords.of("a \\", 3).isOpen()).isTrue();
        assertThat(ShellWords.of("a 'b'", 5).isOpen()).isFalse();
    }

    @Test
    void quotedWordsAreReadAsTheyWere() {
        Random random = new Random(7);
        for (int round = 0; round < 5_000; round++) {
            List<String> words = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                words.add(random.ints(random.nextInt(6), 0, 8)
                        .mapToObj(one -> String.valueOf("a '\"\\\n=!".charAt(one)))
                        .collect(Collectors.joining()));
            }
            String line = words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
            assertThat(ShellWords.split(line)).as(line).isEqualTo(words);
        }
    }
}
