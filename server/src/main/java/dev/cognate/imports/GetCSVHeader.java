package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetCSVHeaderRequest;
import dev.cognate.wire.model.GetCSVHeaderResponse;

/** Names the columns that the CSV files of a pool's import jobs have. Reference: lifecycle H, "Header order". */
final class GetCSVHeader implements Operation<GetCSVHeaderRequest, GetCSVHeaderResponse> {
    private final Pools pools;

    GetCSVHeader(Pools pools) {
        this.pools = pools;
    }

    @Override
    public GetCSVHeaderResponse run(GetCSVHeaderRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        return new GetCSVHeaderResponse(pool.id().value(), CsvColumns.of(pool));
    }
}
