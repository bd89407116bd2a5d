package dev.cognate.imports;

import dev.cognate.domain.PoolId;

/**
 * What finds a job.
 *
 * @param pool the pool
 * @param id the job's id, unique in the pool
 */
record JobKey(PoolId pool, String id) {

    @Override
    public String toString() {
        return pool + "/" + id;
    }
}
