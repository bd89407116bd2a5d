package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The door: what happens between the last step of a sign-in and its tokens. Reference: auth 14, 24.4. */
class TokensTest extends TokenRoom {
    @Override
    TestPool newPool() {
        return server.pool(TestFunction.as("PreTokenGeneration"));
    }

    private int signIns() {
        return server.store()
                .<Integer>read(tx -> tx.list("SELECT event_id FROM sign_ins", row -> row.string(1))
                        .size());
    }

    private void whileTheFunctionRuns(Runnable change) {
        server.function().answers(event -> {
            change.run();
            return new TestFunction.Answer(200, event);
        });
    }

    @Test
    void theAnswerHasAllTokens() {
        assertThat(signIn().shown().tokenType()).isEqualTo("Bearer");
        assertThat(signIn().shown().expiresIn()).isEqualTo(3600);
        assertThat(signIn().shown().refreshToken()).isNotEmpty();
    }

    @Test
    void aUserWhoIsDisabledMeanwhileIsNotLetIn() {
        whileTheFunctionRuns(() -> pool.admin("AdminDisableUser", "jane"));

        assertThatThrownBy(this::signIn)
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("User is disabled.");
        assertThat(signIns()).isZero();
    }

    @Test
    void aUserWhoIsDeletedMeanwhileIsNotLetIn() {
        whileTheFunctionRuns(() -> pool.admin("AdminDeleteUser", "jane"));

        assertThatThrownBy(this::signIn)
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("Incorrect username or password.");
    }

    @Test
    void theAdmissionHasTheLastWord() {
        assertThatThrownBy(() -> tokens().issue(grant(pool, null), tx -> {
                    throw new NotAuthorizedException("Not today");
                }))
                .hasMessage("Not today");
        assertThat(signIns()).isZero();
    }

    /** A refresh while the user signs out everywhere comes too late. */
    @Test
    void aUserWhoSignsOutDuringARefreshGetsNoTokens() {
        String token = refreshToken(signIn());
        whileTheFunctionRuns(() -> pool.admin("AdminUserGlobalSignOut", "jane"));

        assertThat(refresh(pool, token, "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
    }

    /** The time of the proof is auth_time; the life of the tokens counts from now (auth 14.4). */
    @Test
    void anEarlierProofDoesNotShortenTheTokens() {
        Grant grant = grant(pool, null);
        server.clock().advance(Duration.ofMinutes(50));
        String token = refreshToken(tokens().issue(grant));
        server.clock().advance(Duration.ofDays(30).minusMinutes(1));

        assertThat(claim(refresh(pool, token, "").member("IdToken"), "auth_time"))
                .isEqualTo(String.valueOf(grant.proof().time().getEpochSecond()));
    }

    @Test
    void whatIsOfADeletedUserGoesWithIt() {
        TestPool rotating = rotating(0);
        refresh(rotating, refreshToken(signIn(rotating, null)), "");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(signIns()).isZero();
        int rotated = server.store()
                .<Integer>read(tx -> tx.list("SELECT token_id FROM rotated_tokens", row -> row.string(1))
                        .size());
        assertThat(rotated).isZero();
    }
}
