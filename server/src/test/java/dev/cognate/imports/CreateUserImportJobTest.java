package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** CreateUserImportJob over the wire. Reference: lifecycle H; newer, PasswordHashingAlgorithm. */
class CreateUserImportJobTest extends ImportRoom {
    /** Clause H.2. "Status Created, PreSignedUrl"; numbers are 0 from creation. */
    @Test
    void aNewJobWaitsForItsFile() {
        Reply created = create("");

        String job = created.member("JobId");
        assertThat(job).matches("import-[0-9A-Za-z]{10}");
        String url = created.member("PreSignedUrl");
        assertThat(url)
                .matches(server.url() + "/_cognate/imports/" + pool.id() + "/" + job
                        + "\\?X-Amz-Algorithm=COGNATE-HMAC-SHA256&X-Amz-Date=20260301T120000Z&X-Amz-Expires=900"
                        + "&X-Amz-Signature=[0-9a-f]{64}");
        assertThat(created.body())
                .isEqualTo("{\"UserImportJob\":{\"CloudWatchLogsRoleArn\":\"" + ROLE
                        + "\",\"CreationDate\":1772366400,\"FailedUsers\":0,\"ImportedUsers\":0,\"JobId\":\"" + job
                        + "\",\"JobName\":\"people\",\"PreSignedUrl\":\"" + url
                        + "\",\"SkippedUsers\":0,\"Status\":\"Created\",\"UserPoolId\":\"" + pool.id() + "\"}}");
    }

    @Test
    void theHashingAlgorithmIsShown() {
        assertThat(create("\"PasswordHashingAlgorithm\":\"ARGON2ID\"").member("PasswordHashingAlgorithm"))
                .isEqualTo("ARGON2ID");
        assertThat(create("\"PasswordHashingAlgorithm\":\"MD5\"").fault()).isEqualTo("InvalidParameterException");
    }

    /** Clause A3.t5. */
    @Test
    void theRoleIsRequired() {
        assertThat(pool.adminCall("CreateUserImportJob", "\"JobName\":\"people\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value null at"
                        + " 'cloudWatchLogsRoleArn' failed to satisfy constraint: Member must not be null");
    }

    /** Clauses A12.11e, H.2. "LimitExceeded at 1,000 jobs." */
    @Test
    void aPoolHasAThousandJobsAndNoMore() {
        server.store().write(tx -> {
            for (int i = 0; i < 999; i++) {
                tx.update("""
                        INSERT INTO import_jobs (pool_id, job_id, name, role_arn, status, created_at, imported, skipped,
                            failed, upload_bytes, upload_lines, position, lines, lease_until)
                        VALUES (?, ?, 'n', 'r', 'Succeeded', ?, 0, 0, 0, 0, 0, 0, 0, 0)""", pool.id(), "import-" + i, Instant.EPOCH);
            }
            return true;
        });

        assertThat(create("").status()).isEqualTo(200);
        assertThat(create("").outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 1000 import jobs.");
    }
}
