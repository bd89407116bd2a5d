package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each shell completes commands of the program with the script that the program prints for it. */
@ExtendWith(SharedProgram.class)
class CompletionTest {
    private static final String POOL = "us-east-1_COGNATE01";

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new LinkedHashMap<>();

    @BeforeEach
    void onThePath(Program server) throws IOException {
        Path program =
                Files.writeString(folder.resolve("cognate"), "#!/bin/sh\nexec '" + Program.LAUNCHER + "' \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        variables.put("PATH", folder + ":" + System.getenv("PATH"));
        variables.put("HOME", folder.toString());
        variables.put("AWS_ENDPOINT_URL", server.url());
    }

    private String out(String shell, String... words) {
        Installed.require(Shell.has(shell), shell + " is not installed: its completion is not tried.");
        Shell.Result result = Shell.run(variables, List.of(words));
        assertThat(result.status()).as(result.err()).isZero();
        return result.out();
    }

    private String bash(String line) {
        String script = """
                source <(cognate completion bash)
                words=(%s)
                COMP_WORDS=("${words[@]}") COMP_CWORD=$((${#words[@]} - 1))
                _cognate
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(line);
        return out("bash", "bash", "--norc", "--noprofile", "-c", script);
    }

    @Test
    void bashCompletesOperationsOptionsAndIds() {
        assertThat(bash("cognate cognito-idp resend")).isEqualTo("resend-confirmation-code\n");
        assertThat(bash("cognate cognito-idp resend-confirmation-code --user"))
                .isEqualTo("--username\n--user-context-data\n");
        assertThat(bash("cognate cognito-idp describe-user-pool --user-pool-id us-east-1_COGNA"))
                .isEqualTo(POOL + "\n");
    }

    /** fish has a command that tells what it would show. */
    @Test
    void fishCompletesOperationsOptionsAndIdsAndSaysWhatTheyAre() {
        assertThat(fish("cognate cognito-idp resend")).startsWith("resend-confirmation-code\tSends the code again");
        assertThat(fish("cognate cognito-idp resend-confirmation-code --user").lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("--username\tRequired. "),
                        second -> assertThat(second).startsWith("--user-context-data\t"));
        assertThat(fish("cognate cognito-idp describe-user-pool --user-pool-id us-east-1_COGNA"))
                .startsWith(POOL + "\t");
    }

    private String fish(String line) {
        return out("fish", "fish", "--no-config", "-c", "cognate completion fish | source; complete -C '" + line + "'");
    }

    /** zsh is typed at, in a terminal of its own; waiting for what Tab adds is all of the test, but for the list. */
    @Test
    void zshCompletesOperationsOptionsAndIds() {
        assertThat(zsh("cognate cognito-idp resend", "-confirmation-code")).isNotEmpty();
        assertThat(zsh("cognate cognito-idp resend-confirmation-code --user-c", "ontext-data"))
                .isNotEmpty();
        assertThat(zsh("cognate cognito-idp describe-user-pool --user-pool-id us-east-1_COGNA", "TE01"))
                .isNotEmpty();
        assertThat(zsh("cognate cognito-idp admin-get-", "Shows a user with all attributes."))
                .contains("admin-get-device", "Shows a device of a user.");
    }

    private String zsh(String line, String added) {
        String script = """
                zmodload zsh/zpty
                zpty terminal zsh -f -i
                zpty -w terminal 'stty cols 150; PS1=; autoload -U compinit; compinit -u -D'
                zpty -w terminal 'source <(cognate completion zsh); print re''ady'
                zpty -r -m terminal text '*ready*'
                zpty -w -n terminal '%s'$'\\t\\t'
                zpty -r -m terminal text '*%s*'
                print -r -- "$text"
                zpty -d terminal
                """.formatted(line, added);
        return out("zsh", "zsh", "-f", "-c", script);
    }
}
