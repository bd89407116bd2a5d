package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tests drive of others and a machine may lack. Without it they are skipped, and one line of the build's output says
 * which and why; with {@code -Dcognate.clients=required} they fail.
 */
final class Installed {
    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);
    private static final boolean REQUIRED = "required".equals(System.getProperty("cognate.clients"));

    private Installed() {}

    static void require(boolean there, String otherwise) {
        if (REQUIRED) {
            assertThat(there).as(otherwise).isTrue();
        }
        if (!there) {
            LOG.warn("{}", otherwise);
        }
        assumeTrue(there, otherwise);
    }

    /** A folder of scripts, where the build has laid it. */
    static Path folder(String name) {
        URL found = Objects.requireNonNull(Installed.class.getResource("/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
