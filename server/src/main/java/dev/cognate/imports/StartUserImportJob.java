package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.pools.Pools;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.PreconditionNotMetException;
import dev.cognate.wire.model.StartUserImportJobRequest;
import dev.cognate.wire.model.StartUserImportJobResponse;
import dev.cognate.wire.model.UserImportJobStatusType;
import dev.cognate.wire.model.UserImportJobType;
import java.time.Instant;

/** Starts a job whose CSV file was uploaded; it runs in the background. Reference: lifecycle H. */
final class StartUserImportJob implements Operation<StartUserImportJobRequest, StartUserImportJobResponse> {
    private final Pools pools;
    private final Jobs jobs;
    private final ImportWorker worker;

    StartUserImportJob(Pools pools, Jobs jobs, ImportWorker worker) {
        this.pools = pools;
        this.jobs = jobs;
        this.worker = worker;
    }

    @Override
    public StartUserImportJobResponse run(StartUserImportJobRequest request, Call call) {
        UserImportJobType started = jobs.change(new PoolId(request.userPoolId()), request.jobId(), call, this::started);
        worker.wake();
        return new StartUserImportJobResponse(started);
    }

    private State started(Tx tx, ImportJob job, Instant now) {
        UserImportJobStatusType status = job.state().at(now).status();
        if (status != UserImportJobStatusType.CREATED) {
            throw new PreconditionNotMetException(Texts.wrongState(status.wire()));
        }
        // The pool as it is now: while the job is under way nobody changes it.
        if (pools.require(tx, job.key().pool()).autoVerified().isEmpty()) {
            throw new PreconditionNotMetException(Texts.NOTHING_VERIFIED);
        }
        if (job.upload() == null) {
            throw new PreconditionNotMetException(Texts.NO_FILE);
        }
        if (JobsTable.hasActive(tx, job.key().pool())) {
            throw new PreconditionNotMetException(Texts.ANOTHER_ACTIVE);
        }
        return new State(UserImportJobStatusType.PENDING, job.state().created(), now, null, null);
    }
}
