package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terraform and its AWS provider, where both are installed: every resource, block and argument that the provider has for
 * user pools. Reference: oauth-config B20.
 */
class TerraformTest {
    private static final Pattern ADDRESS = Pattern.compile("to = (\\S+)");
    private static final String UNDISTURBED = "-input=false";

    @TempDir
    private Path folder;

    @BeforeAll
    static void look() {
        Installed.require(Shell.has("terraform"), "Terraform is not on the PATH: its test is left out");
        Installed.require(
                Terraform.provider() != null,
                "Terraform's provider hashicorp/aws " + Terraform.PROVIDER + " is not installed: its test is left out");
    }

    @Test
    void allIsMadeAsPlannedChangedInPlaceImportedAndDestroyed() throws IOException {
        try (Program program = Program.start(Files.createDirectory(folder.resolve("data")))) {
            Terraform terraform = Terraform.in(
                    Files.createDirectory(folder.resolve("configuration")),
                    Installed.folder("terraform"),
                    Objects.requireNonNull(Terraform.provider()),
                    program.url());

            assertThat(apply(terraform, false)).containsPattern("Resources: [1-9]\\d* added, 0 changed, 0 destroyed");
            assertThat(terraform.run("output", "read"))
                    .contains("\"client\" = \"First client\"", "\"pool\" = \"terraform-full\"", "\"signed\" = true");
            assertThat(terraform.run("plan", UNDISTURBED, "-detailed-exitcode")).contains("No changes.");

            assertThat(apply(terraform, true)).containsPattern("Resources: 0 added, [1-9]\\d* changed, 0 destroyed");
            String imports = terraform.run("output", "-raw", "imports");
            forget(terraform, imports);
            terraform.add("imports.tf", imports);
            // Every resource is planned again, so this also says that nothing is left of the changes.
            assertThat(apply(terraform, true))
                    .contains("Resources: " + addresses(imports).size() + " imported, 0 added, 0 changed, 0 destroyed");

            assertThat(terraform.run("destroy", UNDISTURBED, "-auto-approve", "-var", "changed=true"))
                    .contains("Destroy complete!");
            assertThat(program.call("ListUserPools", "{\"MaxResults\":60}").body())
                    .isEqualTo("{\"UserPools\":[]}");
        }
    }

    private static String apply(Terraform terraform, boolean changed) {
        return terraform.run("apply", UNDISTURBED, "-auto-approve", "-no-color", "-var", "changed=" + changed);
    }

    private static void forget(Terraform terraform, String imports) {
        terraform.run(
                "state",
                Stream.concat(Stream.of("rm"), addresses(imports).stream()).toArray(String[]::new));
    }

    private static List<String> addresses(String imports) {
        return ADDRESS.matcher(imports)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
