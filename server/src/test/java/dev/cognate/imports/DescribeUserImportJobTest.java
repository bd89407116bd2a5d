package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** DescribeUserImportJob over the wire: every status and completion message. Reference: lifecycle H, "Status". */
class DescribeUserImportJobTest extends ImportRoom {
    /** Clause H.5. The pre-signed URL "stays in later Describe answers". */
    @Test
    void aJobIsShownAsItWasCreated() {
        Reply created = create("");
        server.clock().advance(Duration.ofHours(1));

        assertThat(on("DescribeUserImportJob", created.member("JobId")).body()).isEqualTo(created.body());
    }

    /** Clause H.t1. {@code Import Job Completed Successfully.} */
    @Test
    void aJobWithAnImportedUserSucceeds() {
        Reply job = imported(HEADER + "\n" + row("jane", "jane@example.com") + "\nno row\n");

        assertThat(job.member("Status")).isEqualTo("Succeeded");
        assertThat(job.member("CompletionMessage")).isEqualTo("Import Job Completed Successfully.");
        assertThat(job.body())
                .contains("\"ImportedUsers\":1", "\"SkippedUsers\":0", "\"FailedUsers\":1", "\"CompletionDate\":");
    }

    /** Clause H.t2. {@code Too many users have failed or been skipped during the import.} "Seen with 1 failed of 1." */
    @Test
    void aJobWithoutAnImportedUserFails() {
        Reply job = imported(HEADER + "\nno row\n");

        assertThat(job.member("Status")).isEqualTo("Failed");
        assertThat(job.member("CompletionMessage"))
                .isEqualTo("Too many users have failed or been skipped during the import.");
    }

    @Test
    void aFileWithoutRowsSucceeds() {
        assertThat(imported(HEADER).member("Status")).isEqualTo("Succeeded");
    }

    /** Clause H.t4. {@code The user import job has expired.} */
    @Test
    void aJobThatNobodyStartsExpires() {
        String job = create("").member("JobId");
        server.clock().advance(Duration.ofHours(24).minusMillis(1));
        assertThat(on("DescribeUserImportJob", job).member("Status")).isEqualTo("Created");
        server.clock().advance(Duration.ofHours(5));

        Reply expired = on("DescribeUserImportJob", job);

        assertThat(expired.member("Status")).isEqualTo("Expired");
        assertThat(expired.member("CompletionMessage")).isEqualTo("The user import job has expired.");
        assertThat(expired.body()).contains("\"CompletionDate\":1772452800").doesNotContain("StartDate");
    }

    /** Clause H.5. */
    @Test
    void anUnknownJobIsNotFound() {
        assertThat(on("DescribeUserImportJob", "import-unknown").outcome())
                .isEqualTo("ResourceNotFoundException: User import job not found.");
    }

    @Test
    void aJobOfAnotherPoolIsNotFound() {
        String job = create("").member("JobId");

        assertThat(server.pool("")
                        .adminCall("DescribeUserImportJob", "\"JobId\":\"" + job + "\"")
                        .fault())
                .isEqualTo("ResourceNotFoundException");
    }
}
