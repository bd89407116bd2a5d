package dev.cognate.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FunctionLogsTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:pre";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void eachLookShowsWhatIsNewAlsoWhenTheFileWasMovedAside() {
        FunctionLog log = new FunctionLog(FunctionLog.file(folder, ARN), CLOCK);
        FunctionLogs logs = new FunctionLogs(folder, ARN);
        assertThat(logs.more()).isEmpty();
        log.write("one");
        assertThat(logs.more()).isEqualTo("2026-03-01T12:00:00Z one\n");
        assertThat(logs.more()).isEmpty();
        log.write("x".repeat(1_100_000));
        log.write("two");
        assertThat(logs.more()).hasSizeGreaterThan(1_100_000).endsWith("x\n2026-03-01T12:00:00Z two\n");
        assertThat(logs.more()).isEmpty();
    }

    @Test
    void aFirstLookShowsTheOlderFileTooAndAllFunctionsTogether() {
        new FunctionLog(FunctionLog.file(folder, ARN + "2"), CLOCK).write("second");
        FunctionLog log = new FunctionLog(FunctionLog.file(folder, ARN), CLOCK);
        log.write("first" + "x".repeat(1_100_000));
        log.write("last");
        String all = new FunctionLogs(folder, null).more();
        assertThat(all).startsWith("2026-03-01T12:00:00Z firstx").endsWith("second\n");
        assertThat(all.indexOf("last\n")).isBetween(1_100_000, all.length() - "second\n".length());
    }
}
