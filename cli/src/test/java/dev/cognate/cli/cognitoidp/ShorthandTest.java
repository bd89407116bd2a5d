package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.cli.Terminal;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shorthand of the AWS command line. Reference: oauth-config D4. */
class ShorthandTest {
    private static final int ROUNDS =
            System.getProperty("cognate.proofs", "small").equals("full") ? 200_000 : 5_000;
    private static final String LETTERS = "ab=,[]{}'\"\\ \n\té.:@0#";

    private final ParamFiles files = new ParamFiles(new Terminal().environment(), "--option");

    /** The text, and the JSON that it stands for; a stroke stands for a quote of the JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            ignoreLeadingAndTrailingWhitespace = true,
            quoteCharacter = '`',
            value = {
                "a=b                        ! {|a|: |b|}",
                "a=                         ! {|a|: ||}",
                "a=b,c=d                    ! {|a|: |b|, |c|: |d|}",
                "a=b,c                      ! {|a|: [|b|, |c|]}",
                "a=b,c,d=e                  ! {|a|: [|b|, |c|], |d|: |e|}",
                "a=b,,c=d                   ! {|a|: |b|, |c|: |d|}",
                "a=x=y                      ! {|a|: |x=y|}",
                "P=a,w=ord                  ! {|P|: |a|, |w|: |ord|}",
                "a=[b,c]                    ! {|a|: [|b|, |c|]}",
                "a=[]                       ! {|a|: []}",
                "a=[b , [c], {d=e}]         ! {|a|: [|b|, [|c|], {|d|: |e|}]}",
                "a={b=c,d=[e,f],g={}}       ! {|a|: {|b|: |c|, |d|: [|e|, |f|], |g|: {}}}",
                "a = b c , d = e            ! {|a|: |b c|, |d|: |e|}",
                "a='x,y=z]}',b='it\\'s'     ! {|a|: |x,y=z]}|, |b|: |it's|}",
                "a=x\\,y                    ! {|a|: |x,y|}",
                "custom:x=1,a-b_c.d#e/f=2   ! {|custom:x|: |1|, |a-b_c.d#e/f|: |2|}"
            })
    void textStandsForAMap(String text, String json) throws Exception {
        assertThat(JsonWriter.compact(Shorthand.parse(text, files))).isEqualTo(json.replace('|', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "a          ! Expected: '=', received: 'EOF' for input:\\na\\n ^",
                "a=b,       ! Expected: '<second>', received: '<none>' for input:\\na=b,\\n    ^",
                "a='b       ! Expected: '<singled quoted>', received: '<none>' for input:\\na='b\\n  ^",
                "a=[b       ! Expected: ',', received: 'EOF' for input:\\na=[b\\n    ^",
                "a={b=c     ! Expected: ',', received: 'EOF' for input:\\na={b=c\\n      ^",
                "a=Hi {##}  ! Expected: ',', received: '}' for input:\\na=Hi {##}\\n        ^",
                "a=b,'c'=d  ! Expected: '=', received: ''' for input:\\na=b,'c'=d\\n    ^"
            })
    void whatDoesNotFitIsShown(String text, String message) {
        assertThatExceptionOfType(Shorthand.SyntaxError.class)
                .isThrownBy(() -> Shorthand.parse(text, files))
                .withMessage(message.replace("\\n", "\n"));
    }

    @Test
    void theCaretStandsUnderItsOwnLine() {
        assertThatExceptionOfType(Shorthand.SyntaxError.class)
                .isThrownBy(() -> Shorthand.parse("a=b,\nc'=d\n,e=f", files))
                .withMessage("Expected: '=', received: ''' for input:\na=b,\nc'=d\n ^\n,e=f");
    }

    @Test
    void anAtSignLoadsAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "two\nlines");
        Entries loaded = Shorthand.parse("a@=file://" + file + ",b=file://" + file, files);
        assertThat(loaded.text("a")).isEqualTo("two\nlines");
        assertThat(loaded.text("b")).isEqualTo("file://" + file);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < ROUNDS; i++) {
            Entries entries = entries(random, 3);
            String text = written(entries);
            assertThat(Shorthand.parse(text, files)).as(text).isEqualTo(entries);
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInIt() {
        SplittableRandom random = new SplittableRandom(11);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = noise(random);
            try {
                assertThat(Shorthand.parse(text, files).members()).isNotEmpty();
            } catch (Shorthand.SyntaxError error) {
                refused++;
                assertThat(error.position()).as(text).isBetween(0, text.length());
            }
        }
        assertThat(refused).isBetween(ROUNDS / 2, ROUNDS - 1);
    }

    private static String noise(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static Entries entries(SplittableRandom random, int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            members.put("k" + i, value(random, depth - 1));
        }
        return new Entries(members);
    }

    private static JsonValue value(SplittableRandom random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            return entries(random, depth);
        }
        if (kind == 2) {
            List<JsonValue> values = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                values.add(value(random, depth - 1));
            }
            return new Items(values);
        }
        // A backslash before a quote or another is ambiguous in the grammar itself, so texts have none.
        return new Text(noise(random).replace("\\", ""));
    }

    @Test
    void whatIsNestedWithoutEndIsRefused() {
        String deep = "a=" + "[".repeat(100_000);
        assertThatExceptionOfType(Shorthand.SyntaxError.class)
                .isThrownBy(() -> Shorthand.parse(deep, files))
                .withMessage("Nested deeper than 500 values");
    }

    /** The value in shorthand, as the grammar allows it: texts in quotes, lists and maps in brackets. */
    private static String written(JsonValue value) {
        return switch (value) {
            case Entries entries -> inner(entries);
            case Items(List<JsonValue> values) ->
                "["
                        + String.join(
                                " , ",
                                values.stream().map(ShorthandTest::element).toList()) + "]";
            case Text(String text) -> "'" + text.replace("'", "\\'") + "'";
            case JsonValue.Whole _, JsonValue.Decimal _, JsonValue.Flag _, JsonValue.Nothing _ ->
                throw new IllegalArgumentException("shorthand knows only texts");
        };
    }

    private static String element(JsonValue value) {
        return value instanceof Entries ? "{" + written(value) + "}" : written(value);
    }

    private static String inner(Entries entries) {
        List<String> members = new ArrayList<>();
        entries.members().forEach((name, value) -> members.add(name + "=" + element(value)));
        return String.join(",", members);
    }
}
