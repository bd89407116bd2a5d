package dev.cognate.imports;

import dev.cognate.wire.model.PasswordHashingAlgorithmType;
import dev.cognate.wire.model.UserImportJobStatusType;
import dev.cognate.wire.model.UserImportJobType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user import job as stored. Reference: lifecycle H.
 *
 * @param key what finds it
 * @param name the administrator's name for it
 * @param roleArn the role for its log; kept and shown only
 * @param algorithm how the password hashes in its file were made, null for a file without them
 * @param state where it stands
 * @param numbers what became of its lines so far
 * @param upload its file, null before it was uploaded
 */
record ImportJob(
        JobKey key,
        String name,
        String roleArn,
        @Nullable PasswordHashingAlgorithmType algorithm,
        State state,
        Numbers numbers,
        @Nullable Upload upload) {
    /** How many jobs a pool can have, over all time. */
    static final int MOST_OF_POOL = 1_000;

    /** How many users a file can have. */
    static final int MOST_ROWS = 500_000;

    /** How many bytes a file can have. */
    static final long MOST_BYTES = 100L * 1024 * 1024;

    /** How long a job can wait to be started. */
    static final Duration LIFE = Duration.ofHours(24);

    /**
     * Where a job stands.
     *
     * @param status as stored: a job that has expired may still be {@code Created}
     * @param created when it was created
     * @param started null before it was
     * @param completed null before it was
     * @param message why it ended, null before it has
     */
    record State(
            UserImportJobStatusType status,
            Instant created,
            @Nullable Instant started,
            @Nullable Instant completed,
            @Nullable String message) {

        /** The state at this time: a job that nobody has started expires a day after it was created. */
        State at(Instant now) {
            Instant end = created.plus(LIFE);
            return status == UserImportJobStatusType.CREATED && !now.isBefore(end)
                    ? new State(UserImportJobStatusType.EXPIRED, created, null, end, Texts.EXPIRED)
                    : this;
        }

        /** The state of a job that ends now. */
        State ended(UserImportJobStatusType how, String why, Instant now) {
            return new State(how, created, started, now, why);
        }
    }

    /**
     * What became of the lines so far.
     *
     * @param position how many bytes of the file are done
     * @param lines how many lines of the file are done, its header among them
     */
    record Numbers(long imported, long skipped, long failed, long position, long lines) {
        static final Numbers NONE = new Numbers(0, 0, 0, 0, 0);
    }

    /** A file that was uploaded, and its size; a last line without an end counts. */
    record Upload(String id, long bytes, long lines) {}

    /** The job as the API shows it at this time. */
    UserImportJobType shown(String url, Instant now) {
        State shown = state.at(now);
        return UserImportJobType.builder()
                .jobName(name)
                .jobId(key.id())
                .userPoolId(key.pool().value())
                .preSignedUrl(url)
                .creationDate(shown.created())
                .startDate(shown.started())
                .completionDate(shown.completed())
                .status(shown.status())
                .cloudWatchLogsRoleArn(roleArn)
                .importedUsers(numbers.imported())
                .skippedUsers(numbers.skipped())
                .failedUsers(numbers.failed())
                .completionMessage(shown.message())
                .passwordHashingAlgorithm(algorithm)
                .build();
    }
}
