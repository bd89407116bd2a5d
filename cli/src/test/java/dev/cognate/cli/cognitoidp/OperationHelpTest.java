package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.Terminal;
import dev.cognate.cli.cognitoidp.Shape.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manual pages. Reference: oauth-config D14. */
class OperationHelpTest {
    private static final OperationTable TABLE = new OperationTable();
    private static final HelpTexts TEXTS = new HelpTexts();

    static Stream<String> operations() {
        return TABLE.options().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasAPageWithEverySection(String option) {
        String page = new Terminal().run("cognito-idp", option, "help").out();
        assertThat(page)
                .startsWith("NAME\n       " + option + " -\n\nDESCRIPTION\n       "
                        + TEXTS.operation(option).substring(0, 9))
                .containsSubsequence("\nSYNOPSIS\n", "\nOPTIONS\n", "\nGLOBAL OPTIONS\n", "\nEXAMPLES\n", "\nOUTPUT\n");
        assertThat(TEXTS.operation(option)).endsWith(".");
        assertThat(HelpTexts.facts(option).errors()).isNotEmpty();
    }

    /** The synopsis as the API's own page prints it. */
    @Test
    void theSynopsisHasTheOrderOfTheModel() {
        assertThat(new Terminal()
                        .run("cognito-idp", "resend-confirmation-code", "help")
                        .out())
                .contains(String.join(
                        "\n       ",
                        "SYNOPSIS",
                        "  resend-confirmation-code",
                        "--client-id <value>",
                        "[--secret-hash <value>]",
                        "[--user-context-data <value>]",
                        "--username <value>",
                        "[--analytics-metadata <value>]",
                        "[--client-metadata <value>]",
                        "[--cli-input-json | --cli-input-yaml]",
                        "[--generate-cli-skeleton <value>]",
                        "[--client-secret <value>]",
                        "[--debug]"));
    }

    @Test
    void valuesAreShownInShorthandAndJsonWithTheirLimits() {
        assertThat(new Terminal()
                        .run("cognito-idp", "resend-confirmation-code", "help")
                        .out())
                .contains("            IpAddress=string,EncodedData=string\n")
                .contains("            KeyName1=string,KeyName2=string\n")
                .contains("              \"AnalyticsEndpointId\": \"string\"\n")
                .contains("          o max: 128\n");
        assertThat(new Terminal().run("cognito-idp", "sign-up", "help").out())
                .contains("            Name=string,Value=string ...\n");
        assertThat(new Terminal().run("cognito-idp", "initiate-auth", "help").out())
                .contains("          Possible values:\n          o USER_SRP_AUTH\n");
    }

    @Test
    void theSentencesAreAboutMembersThatExist() {
        Set<String> known = new HashSet<>();
        for (String option : TABLE.options()) {
            for (Member member :
                    Objects.requireNonNull(TABLE.find(option)).input().members()) {
                known.add(member.name());
            }
        }
        assertThat(known).containsAll(TEXTS.members());
    }

    @Test
    void theHelpIsShownInThePagerOnATerminal() {
        List<String> shown = new ArrayList<>();
        Terminal terminal = new Terminal().withScreen(80, (text, _) -> shown.add(text));
        assertThat(terminal.run("cognito-idp", "help").out()).isEmpty();
        assertThat(shown.getFirst()).contains("       list-users\n          Lists the users of a user pool");
    }
}
