package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.KeyRing;
import dev.cognate.wire.fault.InvalidParameterException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class PageTokensTest {
    private final TestClock time = new TestClock();
    private final PageTokens tokens = new PageTokens(ring((byte) 1), time);

    @Test
    void aTokenLeadsBackToItsPosition() {
        String token = tokens.issue("ListUsers", "pool filter", "jané 1");

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(tokens.position("ListUsers", "pool filter", token)).isEqualTo("jané 1");
    }

    @Test
    void twoTokensOfOnePositionDifferAndTellNothing() {
        assertThat(tokens.issue("ListUsers", "", "jane"))
                .isNotEqualTo(tokens.issue("ListUsers", "", "jane"))
                .doesNotContain("amFuZQ");
    }

    @Test
    void anotherNodeWithTheSameKeysTakesTheToken() {
        String token = tokens.issue("ListUsers", "", "jane");

        assertThat(new PageTokens(ring((byte) 1), time).position("ListUsers", "", token))
                .isEqualTo("jane");
    }

    @Test
    void aTokenOfAnotherOperationIsRefused() {
        assertRefused("ListGroups", "pool", tokens.issue("ListUsers", "pool", "jane"));
    }

    @Test
    void aTokenOfOtherParametersIsRefused() {
        assertRefused("ListUsers", "other", tokens.issue("ListUsers", "pool", "jane"));
        assertRefused("ListUserspool", "", tokens.issue("ListUsers", "pool", "jane"));
    }

    @Test
    void aTokenIsGoodForAnHour() {
        String token = tokens.issue("ListUsers", "", "jane");

        time.advance(Duration.ofHours(1));
        assertThat(tokens.position("ListUsers", "", token)).isEqualTo("jane");
        time.advance(Duration.ofMillis(1));
        assertRefused("ListUsers", "", token);
    }

    @Test
    void whatIsDamagedForeignOrNoTokenIsRefused() {
        String token = tokens.issue("ListUsers", "", "jane");

        assertRefused("ListUsers", "", new PageTokens(ring((byte) 2), time).issue("ListUsers", "", "jane"));
        assertRefused("ListUsers", "", token.substring(1));
        assertRefused("ListUsers", "", token.substring(0, 40));
        for (String nothing : new String[] {"A", "!", "é", "AAAA", "=".repeat(200), "A".repeat(100_000)}) {
            assertRefused("ListUsers", "", nothing);
        }
    }

    private void assertRefused(String operation, String fingerprint, String token) {
        assertThatThrownBy(() -> tokens.position(operation, fingerprint, token))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("Invalid pagination token");
    }

    private static KeyRing ring(byte first) {
        byte[] key = new byte[32];
        key[0] = first;
        return KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(key));
    }
}
