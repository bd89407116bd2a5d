package dev.cognate.imports;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportJob.Numbers;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateUserImportJobRequest;
import dev.cognate.wire.model.CreateUserImportJobResponse;
import dev.cognate.wire.model.UserImportJobStatusType;
import org.jspecify.annotations.Nullable;

/** Creates an import job, which waits for its CSV file. Reference: lifecycle H; newer, PasswordHashingAlgorithm. */
final class CreateUserImportJob implements Operation<CreateUserImportJobRequest, CreateUserImportJobResponse> {
    private final Store store;
    private final Pools pools;
    private final Randomness randomness;
    private final Jobs jobs;

    CreateUserImportJob(Imports.Collaborators with, Jobs jobs) {
        this.store = with.store();
        this.pools = with.pools();
        this.randomness = with.randomness();
        this.jobs = jobs;
    }

    @Override
    public CreateUserImportJobResponse run(CreateUserImportJobRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        @Nullable ImportJob created;
        do {
            ImportJob job = job(pool, request);
            created = store.write(tx -> add(tx, job));
        } while (created == null);
        return new CreateUserImportJobResponse(jobs.shown(created));
    }

    private ImportJob job(PoolId pool, CreateUserImportJobRequest request) {
        return new ImportJob(
                new JobKey(pool, randomness.importJobId()),
                request.jobName(),
                request.cloudWatchLogsRoleArn(),
                request.passwordHashingAlgorithm(),
                new State(UserImportJobStatusType.CREATED, jobs.now(), null, null, null),
                Numbers.NONE,
                null);
    }

    /** Adds the job; null when its id is taken, which another id mends. */
    private @Nullable ImportJob add(Tx tx, ImportJob job) {
        PoolId pool = pools.require(tx, job.key().pool()).id();
        if (JobsTable.count(tx, pool) >= ImportJob.MOST_OF_POOL) {
            throw new LimitExceededException(Texts.TOO_MANY_JOBS);
        }
        if (JobsTable.find(tx, job.key()) != null) {
            return null;
        }
        JobsTable.insert(tx, job);
        return job;
    }
}
