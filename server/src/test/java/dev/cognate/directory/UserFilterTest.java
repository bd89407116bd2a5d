package dev.cognate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.wire.fault.InvalidParameterException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter language by itself; what it finds is {@link ListUsersTest}'s. Reference: lifecycle F12. */
class UserFilterTest {
    private static final String ALPHABET = "ab\"\\ =^'%_\néß🙂";

    @Test
    void aFilterHasAnAttributeAnOperatorAndAValue() {
        assertThat(UserFilter.parse("given_name = \"Jane\"")).isEqualTo(new UserFilter("given_name", false, "Jane"));
        assertThat(UserFilter.parse("given_name^=\"J\"")).isEqualTo(new UserFilter("given_name", true, "J"));
        assertThat(UserFilter.parse("email\n=\n\"x\"")).isEqualTo(new UserFilter("email", false, "x"));
        assertThat(UserFilter.parse("\n\tstatus\t=\n\"\" ")).isEqualTo(new UserFilter("status", false, ""));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void anEmptyFilterIsNone(String text) {
        assertThat(UserFilter.parse(text)).isNull();
    }

    @Test
    void quotesAndBackslashesStandBehindABackslash() {
        assertThat(UserFilter.parse("name = \"\\\"\\\\\\\"\"")).isEqualTo(new UserFilter("name", false, "\"\\\""));
    }

    /** A seed makes the thousand texts the same each time. */
    @Test
    void everyEscapedTextIsReadBackAsItWas() {
        Random random = new Random(20_260_301);
        for (int i = 0; i < 1_000; i++) {
            String value = random.ints(random.nextInt(20), 0, ALPHABET.codePointCount(0, ALPHABET.length()))
                    .map(index -> ALPHABET.codePointAt(ALPHABET.offsetByCodePoints(0, index)))
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");

            assertThat(UserFilter.parse("name ^= \"" + escaped + "\"")).isEqualTo(new UserFilter("name", true, value));
        }
    }

    /** Whatever the text, the answer is a filter or the one refusal. */
    @Test
    void noTextBringsTheParserDown() {
        Random random = new Random(20_260_302);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "name" : "");
            random.ints(random.nextInt(12), 0, 12).forEach(index -> text.append("name \"\\=^'é\n".charAt(index)));
            try {
                UserFilter filter = UserFilter.parse(text.toString());
                assertThat(filter == null || filter.attribute().equals("name")).isTrue();
            } catch (InvalidParameterException refused) {
                assertThat(refused.getMessage())
                        .matches("Error while parsing filter\\.|(?s)Invalid search attribute: .*");
            }
        }
    }

    @Test
    void anAttributeThatCannotBeSearchedIsNamedOnlyInAWellFormedFilter() {
        assertThatThrownBy(() -> UserFilter.parse("custom:team = \"red\""))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("Invalid search attribute: custom:team");
        assertThatThrownBy(() -> UserFilter.parse("custom:team = red"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("Error while parsing filter.");
    }
}
