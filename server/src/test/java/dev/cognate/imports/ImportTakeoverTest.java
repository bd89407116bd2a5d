package dev.cognate.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several nodes on one store: a job has one runner at a time, and outlives each of them. Reference: lifecycle H. */
abstract class ImportTakeoverTest extends ImportRoom {
    private Store shared;
    private TestServer other;

    /** Opens the same store once more; the server closes it. */
    abstract Store store() throws Exception;

    @Override
    @BeforeEach
    void start() throws Exception {
        shared = store();
        other = TestServer.on(new Unclosed(shared, false), rules -> rules);
        super.start();
    }

    @Override
    TestServer open() {
        return TestServer.on(shared, rules -> rules);
    }

    @AfterEach
    void stopTheOther() {
        other.close();
    }

    /** The store as the second node sees it; the first closes it. */
    private record Unclosed(Store store, boolean isExclusive) implements Store {
        @Override
        public <T extends @org.jspecify.annotations.Nullable Object> T write(Work<T> work) {
            return store.write(work);
        }

        @Override
        public <T extends @org.jspecify.annotations.Nullable Object> T read(Work<T> work) {
            return store.read(work);
        }

        @Override
        public void close() {}
    }

    private static String csv() {
        return IntStream.range(0, 1_200)
                .mapToObj(i -> row("user" + i, "user" + i + "@example.com"))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    private void whole(Reply job) {
        assertThat(job.body()).contains("\"ImportedUsers\":1200", "\"Status\":\"Succeeded\"", "\"SkippedUsers\":0");
        assertThat(rows("users")).isEqualTo(1_200);
        List<String> log = log(job.member("JobId"));
        assertThat(log).hasSize(1_200).doesNotHaveDuplicates();
        assertThat(log).allSatisfy(line -> assertThat(line).endsWith("The import succeeded."));
    }

    @Test
    void aJobGoesOnWhereADeadNodeLeftIt() {
        String job = started(csv());
        server.rooms().imports().runOneBatch();
        other.rooms().imports().runDue();
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":500", "InProgress");

        other.clock().advance(Duration.ofSeconds(31));
        other.rooms().imports().runDue();

        whole(on("DescribeUserImportJob", job));
    }

    /** A process whose store is its own need not wait for what a killed one held. */
    @Test
    void aJobGoesOnAtOnceWhereNobodyElseCanRunIt() {
        String job = started(csv());
        server.rooms().imports().runOneBatch();
        other.rooms().imports().takeOver();
        other.rooms().imports().runDue();
        assertThat(on("DescribeUserImportJob", job).body())
                .as("another node may be running it")
                .contains("\"ImportedUsers\":500", "InProgress");

        try (TestServer alone = TestServer.on(new Unclosed(shared, true), rules -> rules)) {
            alone.rooms().imports().takeOver();
            alone.rooms().imports().runDue();
        }

        whole(on("DescribeUserImportJob", job));
    }

    /** The second node goes on in the second stretch of the file, of which the first node has done a batch. */
    @Test
    void aJobGoesOnWithinAStretch() {
        String blank = "\n".repeat(ImportWindow.LINES);
        String job = started(csv().replaceFirst("\n", blank + "\n"));
        for (int batch = 0; batch <= ImportWindow.LINES / ImportRun.BATCH; batch++) {
            server.rooms().imports().runOneBatch();
        }
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":500", "InProgress");

        other.clock().advance(Duration.ofSeconds(31));
        other.rooms().imports().runDue();

        whole(on("DescribeUserImportJob", job));
    }

    @Test
    void aNodeThatWasThoughtDeadAddsNothingMore() {
        String job = started(csv());
        server.rooms().imports().runOneBatch();
        other.clock().advance(Duration.ofSeconds(31));
        other.rooms().imports().runOneBatch();

        server.rooms().imports().runOneBatch();
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":1000");
        other.rooms().imports().runDue();

        whole(on("DescribeUserImportJob", job));
    }

    @Test
    void nodesThatWantOneJobAtOnceDoItOnce() throws Exception {
        String job = started(csv());

        Crowd.of(2, number -> {
            (number == 0 ? server : other).rooms().imports().runDue();
            return number;
        });

        whole(on("DescribeUserImportJob", job));
    }

    @Test
    void aJobEndsWithItsPool() {
        started(csv());
        server.rooms().imports().runOneBatch();

        pool.adminCall("DeleteUserPool", "");
        server.rooms().imports().runDue();
        server.rooms().pools().purgeOrphans();

        for (String table :
                List.of("users", "user_names", "user_search", "import_jobs", "import_chunks", "import_log")) {
            assertThat(rows(table)).as(table).isZero();
        }
    }

    /** A file whose key is gone, or that the disk has spoilt, is the end of its job and of no other. */
    @Test
    void aFileThatCannotBeReadFailsItsJobAlone() {
        String job = started(csv());
        server.store().write(tx -> tx.update("UPDATE import_chunks SET sealed = ?", "spoilt".getBytes(UTF_8)));

        server.rooms().imports().runDue();

        Reply failed = on("DescribeUserImportJob", job);
        assertThat(failed.member("Status")).isEqualTo("Failed");
        assertThat(failed.member("CompletionMessage")).isEqualTo("The CSV file could not be read.");
        whole(imported(csv()));
    }

    @Test
    void aJobThatIsToStopIsStoppedByWhoeverOutlivesItsNode() {
        String job = started(csv());
        server.rooms().imports().runOneBatch();
        on("StopUserImportJob", job);

        other.clock().advance(Duration.ofSeconds(31));
        other.rooms().imports().runDue();

        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":500", "\"Status\":\"Stopped\"");
        assertThat(rows("import_chunks")).isZero();
    }
}
