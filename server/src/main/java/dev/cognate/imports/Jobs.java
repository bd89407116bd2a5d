package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.UserImportJobType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The jobs as the operations see them: found or refused, changed in one transaction, shown with their URL. */
final class Jobs {
    private final Store store;
    private final Pools pools;
    private final InstantSource clock;
    private final UploadUrls urls;

    Jobs(Imports.Collaborators with, UploadUrls urls) {
        this.store = with.store();
        this.pools = with.pools();
        this.clock = with.clock();
        this.urls = urls;
    }

    /** Decides the next state of a job, or refuses. */
    @FunctionalInterface
    interface Change {
        State of(Tx tx, ImportJob job, Instant now);
    }

    /**
     * Changes where a job stands.
     *
     * @return the job as the API shows it afterwards
     * @throws ResourceNotFoundException there is no such pool or job
     */
    UserImportJobType change(PoolId pool, String id, Call call, Change change) {
        JobKey key = new JobKey(pools.require(pool, call).id(), id);
        Instant now = now();
        return shown(store.write(tx -> {
            ImportJob job = required(JobsTable.find(tx, key));
            State state = change.of(tx, job, now);
            JobsTable.save(tx, key, state);
            return new ImportJob(key, job.name(), job.roleArn(), job.algorithm(), state, job.numbers(), job.upload());
        }));
    }

    /**
     * The job as the API shows it.
     *
     * @throws ResourceNotFoundException there is no such pool or job
     */
    UserImportJobType show(PoolId pool, String id, Call call) {
        JobKey key = new JobKey(pools.require(pool, call).id(), id);
        return shown(store.read(tx -> required(JobsTable.find(tx, key))));
    }

    UserImportJobType shown(ImportJob job) {
        return job.shown(urls.of(job.key(), job.state().created()), clock.instant());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ImportJob required(@Nullable ImportJob job) {
        if (job == null) {
            throw new ResourceNotFoundException(Texts.NO_JOB);
        }
        return job;
    }
}
