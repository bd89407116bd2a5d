package dev.cognate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What surrounds a process. */
class EnvironmentTest {

    /** Containers run as users without an account, and tests in a home of their own. */
    @Test
    void homeIsWhereTheVariableSaysElseThatOfTheAccount() {
        assertThat(Environment.of(Map.of("HOME", "/home/jane"), "/root").home()).isEqualTo(Path.of("/home/jane"));
        assertThat(Environment.of(Map.of("HOME", ""), "/root").home()).isEqualTo(Path.of("/root"));
        assertThat(Environment.of(Map.of(), "/root").home()).isEqualTo(Path.of("/root"));
    }
}
