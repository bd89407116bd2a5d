package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.terminal.CliError;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of all operations, as the build writes them. */
class OperationTableTest {
    private final OperationTable table = new OperationTable();

    @Test
    void thereAreAHundredAndFortyOperations() {
        assertThat(table.options()).hasSize(140).doesNotHaveDuplicates().isSorted();
        assertThat(operations()).hasSize(140);
    }

    @Test
    void thirtyTwoOperationsAreNotSigned() {
        assertThat(operations().filter(operation -> !operation.signed()).map(ApiOperation::option))
                .contains("resend-confirmation-code", "sign-up", "initiate-auth", "verify-user-attribute")
                .hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void irregularNamesAreSpeltAsAwsDoes() {
        assertThat(table.options())
                .contains(
                        "get-csv-header",
                        "set-ui-customization",
                        "set-user-mfa-preference",
                        "start-web-authn-registration");
        ApiOperation client = find("create-user-pool-client");
        assertThat(client.input().members().stream().map(Shape.Member::option))
                .contains("allowed-o-auth-flows", "callback-urls", "default-redirect-uri");
    }

    @Test
    void noOptionOfAnOperationHidesAGlobalOne() {
        List<String> globals =
                CommandOption.globals().stream().map(CommandOption::flag).toList();
        operations().forEach(operation -> {
            List<String> own = CommandOption.of(operation).stream()
                    .map(CommandOption::flag)
                    .toList();
            assertThat(own).as(operation.option()).doesNotContainAnyElementsOf(globals);
            assertThat(new HashSet<>(own)).as(operation.option()).hasSameSizeAs(own);
        });
    }

    /** A sample is what a user fills in: its members and types must be right; only its empty strings may be too short. */
    @Test
    void theSampleOfEveryOperationHasTheTypesOfItsInput() {
        operations().forEach(operation -> {
            Entries sample = (Entries) Skeleton.of(operation.input());
            assertThat(sample.members().keySet())
                    .containsExactlyElementsOf(operation.input().members().stream()
                            .map(Shape.Member::name)
                            .toList());
            try {
                ParameterCheck.check(sample, operation.input());
            } catch (CliError.Invalid complaint) {
                assertThat(complaint.getMessage().lines().skip(1))
                        .as(operation.option())
                        .allMatch(line -> line.contains("valid min ") || line.contains("value: None"));
            }
        });
    }

    @Test
    void namesThatAreNoneFindNothing() {
        for (String name : List.of("", "operations", "../cli/sign-up", "Sign-Up", "sign-up.json", "sign_up")) {
            assertThat(table.find(name)).as(name).isNull();
        }
    }

    @Test
    void theHelpOfEveryOperationNamesItsOptions() {
        operations()
                .forEach(operation -> assertThatCode(() -> assertThat(OperationHelp.of(operation))
                                .contains(operation.name())
                                .contains(operation.input().members().stream()
                                        .map(member -> "--" + member.option())
                                        .toList()))
                        .doesNotThrowAnyException());
    }

    private Stream<ApiOperation> operations() {
        return table.options().stream().map(this::find);
    }

    private ApiOperation find(String option) {
        return Objects.requireNonNull(table.find(option), option);
    }
}
