package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** StopUserImportJob over the wire. Reference: lifecycle H. */
class StopUserImportJobTest extends ImportRoom {
    private static String csv(int users) {
        return IntStream.range(0, users)
                .mapToObj(i -> row("user" + i, "user" + i + "@example.com"))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n"));
    }

    /** Clauses H.4, H.t3. "Already Stopped with CompletionDate and message." */
    @Test
    void aPendingJobIsStopped() {
        String job = started(csv(1));

        Reply stopped = on("StopUserImportJob", job);

        assertThat(stopped.member("Status")).isEqualTo("Stopped");
        assertThat(stopped.member("CompletionMessage")).isEqualTo("The Import Job was stopped by the developer.");
        assertThat(stopped.body()).contains("\"CompletionDate\":1772366400");
        server.rooms().imports().runDue();
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":0", "\"Status\":\"Stopped\"");
    }

    /** Clause H.t3. */
    @Test
    void aRunningJobKeepsWhatItHasDoneAndDoesNoMore() {
        String job = started(csv(1_200));
        server.rooms().imports().runOneBatch();
        assertThat(on("DescribeUserImportJob", job).member("Status")).isEqualTo("InProgress");

        Reply stopping = on("StopUserImportJob", job);
        assertThat(stopping.body()).contains("\"ImportedUsers\":500", "\"Status\":\"Stopping\"");
        assertThat(stopping.body()).doesNotContain("CompletionDate", "CompletionMessage");
        assertThat(on("StopUserImportJob", job).outcome()).endsWith("Current status is Stopping");
        assertThat(server.rooms().imports().sweep()).isZero();
        assertThat(pool.adminCall("UpdateUserPool", "").fault()).isEqualTo("UserImportInProgressException");

        server.rooms().imports().runDue();
        assertThat(on("DescribeUserImportJob", job).body()).contains("\"ImportedUsers\":500", "\"Status\":\"Stopped\"");
        assertThat(rows("users")).isEqualTo(500);
        assertThat(rows("import_chunks")).isZero();
    }

    /** Clause H.4. "Only Pending/InProgress; can't be restarted." */
    @Test
    void otherJobsAreNotStopped() {
        String job = uploaded("", csv(1));
        assertThat(on("StopUserImportJob", job).outcome())
                .isEqualTo(
                        "PreconditionNotMetException: The user import job cannot be started or stopped. Current status"
                                + " is Created");
        on("StartUserImportJob", job);
        on("StopUserImportJob", job);

        assertThat(on("StopUserImportJob", job).outcome()).endsWith("Current status is Stopped");
        assertThat(on("StartUserImportJob", job).outcome()).endsWith("Current status is Stopped");
    }
}
