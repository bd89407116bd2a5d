package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.model.PasswordPolicyType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pool demands of a password. Reference: lifecycle C5. */
class PasswordPolicyTest {
    private static final PasswordPolicy ALL = new PasswordPolicy(8, true, true, true, true);
    private static final PasswordPolicy NONE = new PasswordPolicy(6, false, false, false, false);
    private static final PasswordPolicy SYMBOLS_ONLY = new PasswordPolicy(1, false, false, false, true);

    /** Clause C5.t3. */
    @ParameterizedTest
    @CsvSource({
        "short, Password not long enough",
        "12345678, Password must have lowercase characters",
        "a2345678, Password must have uppercase characters",
        "aBcdefgh, Password must have numeric characters",
        "aB345678, Password must have symbol characters"
    })
    void theFirstRuleThatIsBrokenIsNamed(String password, String complaint) {
        assertThat(ALL.complaint(password)).isEqualTo(complaint);
    }

    @Test
    void aPasswordThatKeepsAllRulesIsFine() {
        assertThat(ALL.complaint("aB3456-8")).isNull();
        assertThat(ALL.complaint("aB3-" + "ü".repeat(252))).isNull();
    }

    @Test
    void whatIsNotDemandedIsNotMissed() {
        assertThat(NONE.complaint("......")).isNull();
        assertThat(NONE.complaint(".....")).isEqualTo("Password not long enough");
    }

    @Test
    void theLengthIsCountedInCharactersNotInHalvesOfThem() {
        assertThat(NONE.complaint("🙂🙂🙂")).isEqualTo("Password not long enough");
        assertThat(NONE.complaint("🙂🙂🙂🙂🙂🙂")).isNull();
    }

    /** Clause C5.t4. */
    @Test
    void lettersAndDigitsOfOtherScriptsDoNotCount() {
        assertThat(ALL.complaint("äßÄẞ123-")).isEqualTo("Password must have lowercase characters");
        assertThat(ALL.complaint("aÄ12345-")).isEqualTo("Password must have uppercase characters");
        assertThat(ALL.complaint("aB٣٣٣٣٣-")).isEqualTo("Password must have numeric characters");
    }

    /** Clause C5.t2. */
    @Test
    void everySymbolOfTheReferenceCountsAndNoOther() {
        "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-"
                .chars()
                .forEach(symbol -> assertThat(SYMBOLS_ONLY.complaint("a" + (char) symbol))
                        .as("" + (char) symbol)
                        .isNull());
        "aA0 §€äé\t"
                .chars()
                .forEach(other -> assertThat(SYMBOLS_ONLY.complaint("a" + (char) other))
                        .as("" + (char) other)
                        .isEqualTo("Password must have symbol characters"));
    }

    @Test
    void whatAPoolLeavesOpenIsEightCharactersOfAnyKind() {
        PasswordPolicy open = PasswordPolicy.of(PasswordPolicyType.builder().build());

        assertThat(open).isEqualTo(new PasswordPolicy(8, false, false, false, false));
    }

    @Test
    void aPoolsOwnPolicyIsTaken() {
        PasswordPolicy own = PasswordPolicy.of(PasswordPolicyType.builder()
                .minimumLength(99)
                .requireLowercase(true)
                .requireUppercase(false)
                .requireNumbers(true)
                .requireSymbols(false)
                .build());

        assertThat(own).isEqualTo(new PasswordPolicy(99, true, false, true, false));
    }
}
