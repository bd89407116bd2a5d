package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: oauth-config A5. */
class AsciiClassTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A-Za-z0-9-_=.]+",
                "[\\S]+",
                "[^_]+",
                "[\\w\\s+=,.@-]+",
                "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*",
                "[\\x21\\x23-\\x5B\\x5D-\\x7E]+"
            })
    void aTextIsMadeUpOfAClassWhenThePatternMatchesIt(String pattern) {
        AsciiClass members = AsciiClass.of(pattern);
        assertThat(members).isNotNull();
        for (char each = 0; each < 128; each++) {
            String text = each + "a" + each;
            assertThat(members.makesUp(text)).isEqualTo(Pattern.matches(pattern, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\\w-]+_[0-9a-zA-Z]+", "[0-9]", "(?s).*", "[a-z&&[^b]]+", "^[a-z]+$", "[0-9]{4}"})
    void aPatternThatIsMoreThanARepeatedClassHasNone(String pattern) {
        assertThat(AsciiClass.of(pattern)).isNull();
    }

    @Test
    void whatIsNotAsciiOrEmptyIsLeftToThePattern() {
        AsciiClass members = AsciiClass.of("[\\p{L}]*");
        assertThat(members).isNotNull();
        assertThat(members.makesUp("jos\u00e9")).isFalse();
        assertThat(members.makesUp("")).isFalse();
    }
}
