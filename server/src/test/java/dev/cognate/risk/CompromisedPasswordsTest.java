package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New passwords that are in other people's hands. Reference: auth 23 (compromised credentials). */
final class CompromisedPasswordsTest extends RiskRoom {
    private static final String REFUSED =
            "InvalidPasswordException: Provided password cannot be used for security reasons.";
    private static final String KNOWN = "Password123!";

    @TempDir
    Path folder;

    private void enforce(String action) {
        pool = server.pool("\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"ENFORCED\"}");
        pool.adminCall(
                "SetRiskConfiguration",
                "\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"" + action + "\"}}");
    }

    private Reply signUp(String password) {
        return pool.call("SignUp", "\"Username\":\"john\",\"Password\":\"" + password + "\"");
    }

    /** Clause auth 12.28. */
    @Test
    void aSignUpIsRefused() {
        enforce("BLOCK");

        assertThat(signUp(KNOWN).outcome()).isEqualTo(REFUSED);
        assertThat(signUp(TestPool.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aSignUpMayOnlyBeNoted() {
        enforce("NO_ACTION");

        assertThat(signUp(KNOWN).status()).isEqualTo(200);
    }

    @Test
    void aPoolThatOnlyWatchesRefusesNothing() {
        pool.adminCall(
                "SetRiskConfiguration",
                "\"CompromisedCredentialsRiskConfiguration\":{\"Actions\":{\"EventAction\":\"BLOCK\"}}");

        assertThat(signUp(KNOWN).status()).isEqualTo(200);
    }

    /** Clause auth 12.28. */
    @Test
    void aChangeIsRefused() {
        enforce("BLOCK");
        pool.confirmed("jane", "[]");
        Reply change = pool.callAs(pool.accessToken("jane"), "ChangePassword", """
                "PreviousPassword":"%s","ProposedPassword":"%s"\
                """.formatted(TestPool.PASSWORD, KNOWN));

        assertThat(change.outcome()).isEqualTo(REFUSED);
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
    }

    /** The code stays good for another password. */
    @Test
    void aForgottenPasswordIsNotReplacedByOne() {
        enforce("BLOCK");
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        pool.change("jane", user -> user.withAttribute("email_verified", "true", user.modified()));
        pool.forgot("jane");
        String code = pool.code("jane");

        assertThat(pool.confirmForgot("jane", code, KNOWN).outcome()).isEqualTo(REFUSED);
        assertThat(pool.confirmForgot("jane", code, "An0ther-Horse!").status()).isEqualTo(200);
    }

    @Test
    void theOperatorsFileAddsToTheList() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"), "Corr3ct-Horse!\nstaple\n");
        CompromisedPasswords bundled = CompromisedPasswords.bundled();

        CompromisedPasswords all = bundled.with(file);

        assertThat(bundled.contain("Corr3ct-Horse!")).isFalse();
        assertThat(all.contain("Corr3ct-Horse!")).isTrue();
        assertThat(all.contain("staple")).isTrue();
        assertThat(all.contain(KNOWN)).isTrue();
        assertThat(all.contain("corr3ct-horse!")).isFalse();
        assertThat(all.contain("")).isFalse();
        assertThatThrownBy(() -> bundled.with(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
    }
}
