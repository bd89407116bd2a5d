package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.Randomness;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** When temporary passwords expire, and how they are made. Reference: lifecycle C6. */
class TemporaryPasswordsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private TestServer server;
    private TemporaryPasswords temporary;

    @BeforeEach
    void start() {
        server = TestServer.start();
        temporary = new TemporaryPasswords(new Randomness(new SecureRandom(), server.clock()), server.clock());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean hasExpired(TestPool pool) {
        return server.store().read(tx -> temporary.hasExpired(tx, pool.user("jane")));
    }

    /** Clause C6.t2. */
    @Test
    void aTemporaryPasswordIsGoodForSevenDays() {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", "");

        server.clock().advance(WEEK.minusMillis(1));
        assertThat(hasExpired(pool)).isFalse();
        server.clock().advance(Duration.ofMillis(1));
        assertThat(hasExpired(pool)).isTrue();
    }

    /** Clause C6.t2. */
    @Test
    void thePoolMaySayOtherwise() {
        TestPool pool = server.pool("\"Policies\":{\"PasswordPolicy\":{\"TemporaryPasswordValidityDays\":1}}");
        pool.adminCreate("jane", "");

        server.clock().advance(Duration.ofDays(1));
        assertThat(hasExpired(pool)).isTrue();
    }

    /** Clause C6.t4. */
    @Test
    void anotherTemporaryPasswordBeginsAnew() {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", "");
        server.clock().advance(WEEK);
        pool.adminCreate("jane", "\"MessageAction\":\"RESEND\"");
        assertThat(hasExpired(pool)).isFalse();

        server.clock().advance(WEEK);
        pool.adminSetPassword("jane", "An0ther-Horse!", false);
        assertThat(hasExpired(pool)).isFalse();
    }

    @Test
    void aPermanentPasswordNeverExpires() {
        TestPool pool = server.pool("");
        pool.adminCreate("jane", "");
        pool.adminSetPassword("jane", "An0ther-Horse!", true);

        server.clock().advance(WEEK.multipliedBy(60));
        assertThat(hasExpired(pool)).isFalse();
    }

    @Test
    void aUserWhoSignedUpHasNoTemporaryPassword() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");

        server.clock().advance(WEEK);
        assertThat(hasExpired(pool)).isFalse();
    }

    /** Clause C6.t1. */
    @RepeatedTest(20)
    void aGeneratedPasswordMeetsAStrictPolicy() {
        TestPool pool = server.pool("\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":99}}");

        String generated = temporary.generate(pool.pool());

        assertThat(generated).hasSize(99);
        assertThat(PasswordPolicy.of(pool.pool().passwordPolicy()).complaint(generated))
                .isNull();
    }

    @RepeatedTest(20)
    void aGeneratedPasswordIsLongerThanShortPoliciesAsk() {
        TestPool pool = server.pool("\"Policies\":{\"PasswordPolicy\":{\"MinimumLength\":6}}");

        assertThat(temporary.generate(pool.pool())).hasSize(12).matches("[A-Za-z0-9!@#%*?+=_.:-]+");
    }
}
