package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeUserImportJobRequest;
import dev.cognate.wire.model.DescribeUserImportJobResponse;

/** Shows a job with what became of its users so far. Reference: lifecycle H. */
final class DescribeUserImportJob implements Operation<DescribeUserImportJobRequest, DescribeUserImportJobResponse> {
    private final Jobs jobs;

    DescribeUserImportJob(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public DescribeUserImportJobResponse run(DescribeUserImportJobRequest request, Call call) {
        return new DescribeUserImportJobResponse(jobs.show(new PoolId(request.userPoolId()), request.jobId(), call));
    }
}
