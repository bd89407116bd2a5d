package dev.cognate.imports;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The door to user import jobs. Safe for use by many threads. */
public final class Imports implements AutoCloseable {
    /** The path below which CSV files are PUT. */
    public static final String PATH = UploadUrls.PATH;

    /** How many bytes a CSV file can have: 100 MiB. */
    public static final long MOST_BYTES = ImportJob.MOST_BYTES;

    private final Collaborators with;
    private final UploadUrls urls;
    private final Uploads uploads;
    private final ImportedHashes hashes;
    private final ImportWorker worker;

    /** Makes the room from what it works with; jobs rest until {@link #start}. */
    public Imports(Collaborators with) {
        this.with = with;
        this.urls = new UploadUrls(with.keys, with.clock, with.url);
        this.uploads = new Uploads(with);
        this.hashes = new ImportedHashes(with);
        this.worker = new ImportWorker(with, uploads);
    }

    /**
     * What this room works with.
     *
     * @param url what the URLs of uploads begin with
     */
    public record Collaborators(
            Store store,
            KeyRing keys,
            InstantSource clock,
            Randomness randomness,
            Pools pools,
            Users users,
            Passwords passwords,
            Supplier<String> url) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        Jobs jobs = new Jobs(with, urls);
        return List.of(
                Operations.GET_CSV_HEADER.by(new GetCSVHeader(with.pools)),
                Operations.CREATE_USER_IMPORT_JOB.by(new CreateUserImportJob(with, jobs)),
                Operations.START_USER_IMPORT_JOB.by(new StartUserImportJob(with.pools, jobs, worker)),
                Operations.STOP_USER_IMPORT_JOB.by(new StopUserImportJob(jobs, uploads)),
                Operations.DESCRIBE_USER_IMPORT_JOB.by(new DescribeUserImportJob(jobs)),
                Operations.LIST_USER_IMPORT_JOBS.by(new ListUserImportJobs(with, jobs)));
    }

    /** What the URL of an upload says. */
    public record SignedUpload(String pool, String job, String date, String expires, String signature) {

        /** The job only: the rest opens a door. */
        @Override
        public String toString() {
            return pool + "/" + job;
        }
    }

    /** What an upload comes to. */
    public enum Reception {
        /** The file is the job's. */
        TAKEN,
        /** The URL was good for 15 minutes, which are over. */
        EXPIRED,
        /** No URL of this server. */
        FORGED,
        /** The job was started, or has expired, or is gone. */
        TOO_LATE
    }

    /**
     * Takes the CSV file of a job as it arrives; the URL is looked at before the first byte is read.
     *
     * @throws IOException the file did not arrive completely; nothing of it is kept
     */
    public Reception receive(SignedUpload asked, InputStream file) throws IOException {
        return switch (urls.worth(asked)) {
            case FORGED -> Reception.FORGED;
            case EXPIRED -> Reception.EXPIRED;
            case GOOD ->
                uploads.receive(new JobKey(new PoolId(asked.pool()), asked.job()), file)
                        ? Reception.TAKEN
                        : Reception.TOO_LATE;
        };
    }

    /** Whether a job of the pool is under way, so that its schema must stay. */
    public boolean isUnderWay(Tx tx, PoolId pool) {
        return JobsTable.hasActive(tx, pool);
    }

    /** The password hashes that came with imported users. */
    public ImportedHashes hashes() {
        return hashes;
    }

    /** Forgets what is kept of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        hashes.forget(tx, pool, sub);
    }

    /** Begins to run jobs in the background. */
    public void start() {
        worker.start();
    }

    /** Runs every job that is due, on the caller's thread, until there is nothing more to do. */
    public void runDue() {
        boolean more = true;
        while (more) {
            more = worker.step();
        }
    }

    /** Works off one batch of every job that is due. */
    void runOneBatch() {
        worker.step();
    }

    /** Takes jobs from processes that are gone, as a start does. */
    void takeOver() {
        worker.takeOver();
    }

    /**
     * Clears away files that no job needs any more; to be run now and then.
     *
     * @return the number of jobs whose files were cleared away
     */
    public int sweep() {
        return uploads.sweep();
    }

    /** Stops to run jobs; what is not done goes on at the next start, or on another node. */
    @Override
    public void close() {
        worker.close();
    }
}
