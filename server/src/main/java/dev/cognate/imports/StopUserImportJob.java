package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.imports.ImportJob.State;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.PreconditionNotMetException;
import dev.cognate.wire.model.StopUserImportJobRequest;
import dev.cognate.wire.model.StopUserImportJobResponse;
import dev.cognate.wire.model.UserImportJobStatusType;
import dev.cognate.wire.model.UserImportJobType;
import java.time.Instant;

/**
 * Stops a job for good, between two batches: whoever runs it notices when it wants to add the next one, and adds nothing.
 * So the answer is {@code Stopped} already. Reference: lifecycle H.
 */
final class StopUserImportJob implements Operation<StopUserImportJobRequest, StopUserImportJobResponse> {
    private final Jobs jobs;
    private final Uploads uploads;

    StopUserImportJob(Jobs jobs, Uploads uploads) {
        this.jobs = jobs;
        this.uploads = uploads;
    }

    @Override
    public StopUserImportJobResponse run(StopUserImportJobRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        UserImportJobType stopped = jobs.change(
                pool,
                request.jobId(),
                call,
                (_, job, now) -> stopped(job.state().at(now), now));
        uploads.clear(new JobKey(pool, request.jobId()));
        return new StopUserImportJobResponse(stopped);
    }

    private static State stopped(State state, Instant now) {
        return switch (state.status()) {
            case PENDING, IN_PROGRESS -> state.ended(UserImportJobStatusType.STOPPED, Texts.STOPPED, now);
            case CREATED, STOPPING, EXPIRED, STOPPED, FAILED, SUCCEEDED ->
                throw new PreconditionNotMetException(
                        Texts.wrongState(state.status().wire()));
        };
    }
}
