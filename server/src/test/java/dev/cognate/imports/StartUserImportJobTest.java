package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.store.Crowd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** StartUserImportJob over the wire. Reference: lifecycle H. */
class StartUserImportJobTest extends ImportRoom {
    private static final String CSV = HEADER + "\n" + row("jane", "jane@example.com");

    /** Clause H.3. "Job, Pending, StartDate." */
    @Test
    void aStartedJobIsPendingUntilANodeTakesIt() {
        String job = uploaded("", CSV);
        server.clock().advance(Duration.ofSeconds(2));

        Reply started = on("StartUserImportJob", job);

        assertThat(started.member("Status")).isEqualTo("Pending");
        assertThat(started.body()).contains("\"StartDate\":1772366402");
    }

    /** Clause A4.23. "No auto-verified attribute … → PreconditionNotMetException." */
    @Test
    void aPoolWithoutAutoVerifiedAttributesImportsNobody() {
        String job = uploaded("", CSV);
        pool.adminCall("UpdateUserPool", "");

        assertThat(on("StartUserImportJob", job).outcome())
                .isEqualTo("PreconditionNotMetException: The user pool has no auto verified attributes; users cannot be"
                        + " imported into it.");
    }

    /** Clause H.3. "… or wrong state → PreconditionNotMetException." */
    @Test
    void aJobIsStartedOnce() {
        String job = started(CSV);

        assertThat(on("StartUserImportJob", job).outcome())
                .isEqualTo(
                        "PreconditionNotMetException: The user import job cannot be started or stopped. Current status"
                                + " is Pending");
        server.rooms().imports().runDue();
        assertThat(on("StartUserImportJob", job).outcome()).endsWith("Current status is Succeeded");
    }

    @Test
    void aJobWithoutAFileIsNotStarted() {
        assertThat(on("StartUserImportJob", create("").member("JobId")).outcome())
                .isEqualTo("PreconditionNotMetException: The CSV file of the import job has not been uploaded.");
    }

    /** Clause H.3. "One active job … (Build: per pool)." */
    @Test
    void aPoolHasOneActiveJob() {
        started(CSV);
        String second = uploaded("", CSV);

        assertThat(on("StartUserImportJob", second).outcome())
                .isEqualTo("PreconditionNotMetException: Another import job of the user pool is in progress.");
        server.rooms().imports().runDue();
        assertThat(on("StartUserImportJob", second).status()).isEqualTo(200);
    }

    @Test
    void ofManyJobsThatAreStartedAtOnceExactlyOneIs() throws Exception {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            jobs.add(uploaded("", CSV));
        }

        List<String> faults = Crowd.of(
                32, number -> on("StartUserImportJob", jobs.get(number)).fault());

        assertThat(faults).containsOnlyOnce("none").containsOnly("none", "PreconditionNotMetException");
    }

    /** "Created → (24–48 h unused) Expired." */
    @Test
    void aJobThatHasExpiredIsNotStarted() {
        String job = uploaded("", CSV);
        server.clock().advance(Duration.ofHours(24));

        assertThat(on("StartUserImportJob", job).outcome()).endsWith("Current status is Expired");
    }

    @Test
    void anUnknownJobIsNotFound() {
        assertThat(on("StartUserImportJob", "import-unknown").outcome())
                .isEqualTo("ResourceNotFoundException: User import job not found.");
    }

    /**
     * Clauses A4.23, C2.t10, H.t12. "During a running job: AddCustomAttributes → UserImportInProgressException";
     * UpdateUserPool too (oauth-config B3).
     */
    @Test
    void thePoolKeepsItsSchemaUntilTheJobHasEnded() {
        String attributes = "\"CustomAttributes\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]";
        started(CSV);

        assertThat(pool.adminCall("AddCustomAttributes", attributes).outcome())
                .isEqualTo("UserImportInProgressException: A user import job of the user pool is in progress.");
        assertThat(pool.adminCall("UpdateUserPool", "").fault()).isEqualTo("UserImportInProgressException");

        server.rooms().imports().runDue();
        assertThat(pool.adminCall("AddCustomAttributes", attributes).status()).isEqualTo(200);
        assertThat(pool.adminCall("UpdateUserPool", "").status()).isEqualTo(200);
    }
}
