package dev.cognate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Help and version. */
class CommandsTest {

    @Test
    void helpListsEveryCommand() {
        Terminal.Result help = new Terminal().run("help");
        assertThat(help.out()).contains("serve", "demo", "cognito-idp", "inbox", "keys", "EXAMPLES");
        assertThat(new Terminal().run("--help")).isEqualTo(help);
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(new Terminal().run("--version").out()).matches("cognate/\\d+\\.\\d+\\S* Java/\\d+ .*\\R");
    }

    @Test
    void operationsAreListedAndExplained() {
        assertThat(new Terminal().run("cognito-idp", "help").out()).contains("resend-confirmation-code\n", "sign-up\n");
        assertThat(new Terminal().run("cognito-idp", "sign-up", "help").out())
                .contains("       --username <value>\n", "       [--password <value>]\n", "CodeDeliveryDetails");
    }
}
