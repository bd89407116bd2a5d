package dev.cognate.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.model.AttributeType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no server of the rules for attributes; the rest is in the tests of SignUp. Reference: lifecycle C1. */
class AttributeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b",
                "jane@example.com",
                "x.y+z@mail.example.co.uk",
                "o'neil@example.org",
                "ジェーン@例え.jp",
                "JANE@EXAMPLE.COM"
            })
    void theseAreEmailAddresses(String text) {
        assertThat(AttributeRules.isEmail(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "jane",
                "jane@",
                "@example.com",
                "a@b@c",
                "jane @example.com",
                "jane@exam ple.com",
                "jane@example.com\n",
                "jane@example.com\r\nBcc: other@example.com",
                "<jane@example.com>",
                "Jane <jane@example.com>",
                "jane@example.com,john@example.com",
                "jane@example.com;john@example.com",
                "\"jane\"@example.com"
            })
    void theseAreNone(String text) {
        assertThat(AttributeRules.isEmail(text)).isFalse();
    }

    @Test
    void aPhoneNumberIsAPlusAndUpToFifteenDigits() {
        assertThat(List.of("+1", "+12065550100", "+123456789012345")).allMatch(AttributeRules::isPhoneNumber);
        assertThat(List.of("", "+", "1", "+1 2", "+1-2", "+1234567890123456", "+12a", "++1", "+1\n", "+١٢٣"))
                .noneMatch(AttributeRules::isPhoneNumber);
    }

    @Test
    void ofDoubledAttributesTheLastCountsAndBlankOnesAreLeftOut() {
        assertThat(AttributeRules.byName(List.of(
                        new AttributeType("name", "Jane"),
                        new AttributeType("nickname", ""),
                        new AttributeType("locale", null),
                        new AttributeType("name", "John"))))
                .containsExactly(Map.entry("name", "John"));
        assertThat(AttributeRules.byName(null)).isEmpty();
    }
}
