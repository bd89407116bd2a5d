package dev.cognate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tests that {@code docs/security.md} names are there. */
class SecurityListTest {
    private static final Path LIST = Project.ROOT.resolve("docs/security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    private static boolean isThere(MatchResult named) {
        return Project.sources("server", "test").stream()
                .filter(file -> file.getFileName().toString().equals(named.group(1) + ".java"))
                .anyMatch(file -> Project.read(file).contains("void " + named.group(2) + "("));
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        List<MatchResult> named = NAMED.matcher(Project.read(LIST)).results().toList();

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(named.stream().filter(each -> !isThere(each)).map(MatchResult::group))
                .isEmpty();
    }
}
