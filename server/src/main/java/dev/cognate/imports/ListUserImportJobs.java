package dev.cognate.imports;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ListUserImportJobsRequest;
import dev.cognate.wire.model.ListUserImportJobsResponse;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lists the jobs of a pool, newest first, in pages of at most 50. Reference: lifecycle H. */
final class ListUserImportJobs implements Operation<ListUserImportJobsRequest, ListUserImportJobsResponse> {
    /** Although 60 may be asked for, the answer holds no more. */
    private static final int LARGEST_PAGE = 50;

    /** The token's form is the service's: pool, job, epoch milliseconds of its creation. It hides nothing. */
    private static final Pattern TOKEN = Pattern.compile("([^#]+)#(import-[0-9a-zA-Z-]+)#([0-9]{1,15})");

    private final Store store;
    private final Pools pools;
    private final Jobs jobs;

    ListUserImportJobs(Imports.Collaborators with, Jobs jobs) {
        this.store = with.store();
        this.pools = with.pools();
        this.jobs = jobs;
    }

    @Override
    public ListUserImportJobsResponse run(ListUserImportJobsRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Place before = place(pool, request.paginationToken());
        int size = Math.min(request.maxResults(), LARGEST_PAGE);
        // One more than the page holds tells whether another page follows.
        List<ImportJob> found = store.read(tx -> JobsTable.page(tx, pool, before.created, before.id, size + 1));
        List<ImportJob> page = found.subList(0, Math.min(size, found.size()));
        return new ListUserImportJobsResponse(
                page.stream().map(jobs::shown).toList(), found.size() > size ? token(page.getLast()) : null);
    }

    private record Place(Instant created, String id) {
        /** Behind every job. */
        static final Place END = new Place(Instant.ofEpochMilli(Long.MAX_VALUE), "");
    }

    private static Place place(PoolId pool, @Nullable String token) {
        if (token == null) {
            return Place.END;
        }
        Matcher form = TOKEN.matcher(token);
        if (!form.matches() || !form.group(1).equals(pool.value())) {
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
        return new Place(Instant.ofEpochMilli(Long.parseLong(form.group(3))), form.group(2));
    }

    private static String token(ImportJob job) {
        JobKey key = job.key();
        return key.pool() + "#" + key.id() + "#" + job.state().created().toEpochMilli();
    }
}
