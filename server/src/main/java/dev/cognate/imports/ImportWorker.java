package dev.cognate.imports;

import dev.cognate.crypto.SealBroken;
import dev.cognate.store.StoreException;
import dev.cognate.wire.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs in the background, from {@link #start} until {@link #close}; nodes that share a store each have one. Jobs of
 * several pools take turns, batch by batch, so that a large one does not keep a small one waiting. With nothing to do it
 * looks every five seconds for a job that another node was given or has left behind.
 */
final class ImportWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** Each holds a stretch of its file in memory. */
    private static final int MOST_AT_ONCE = 4;

    private final Imports.Collaborators with;
    private final Uploads uploads;
    private final String holder;
    private final Map<JobKey, ImportRun> runs = new LinkedHashMap<>();
    private final Semaphore wakes = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean stopping;

    /** A worker, at rest. */
    ImportWorker(Imports.Collaborators with, Uploads uploads) {
        this.with = with;
        this.uploads = uploads;
        this.holder = with.randomness().uuid();
    }

    /** Begins, on a virtual thread of its own; a second call does nothing. */
    synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("imports").start(this::run);
        }
    }

    /** There is a job to be run. */
    void wake() {
        wakes.release();
    }

    private void run() {
        try {
            takeOver();
            while (!stopping) {
                if (!step()) {
                    // True or not: it is time to look again.
                    var _ = wakes.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
                    wakes.drainPermits();
                }
            }
        } catch (InterruptedException stop) {
            LOG.debug("The imports were interrupted");
        }
    }

    /** A job that a killed process ran goes on at once, if nobody else can be running it. */
    void takeOver() {
        if (!with.store().isExclusive()) {
            return;
        }
        try {
            with.store().write(JobsTable::releaseAll);
        } catch (StoreException failure) {
            LOG.warn("Import jobs that ran when the server ended wait for half a minute", failure);
        }
    }

    /** Takes what is due, then works off one batch of each job; false when there is nothing to do, for now. */
    synchronized boolean step() {
        try {
            takeDue();
        } catch (StoreException failure) {
            LOG.warn("Import jobs cannot be looked for; trying again later", failure);
            return false;
        }
        runs.values().removeIf(run -> !step(run));
        return !runs.isEmpty();
    }

    private void takeDue() {
        if (runs.size() >= MOST_AT_ONCE) {
            return;
        }
        Instant now = with.clock().instant();
        List<JobKey> due = with.store().read(tx -> JobsTable.due(tx, now, MOST_AT_ONCE - runs.size()));
        for (JobKey key : due) {
            ImportJob job = with.store().write(tx -> {
                boolean taken = JobsTable.take(tx, key, holder, now, now.plus(ImportRun.LEASE));
                return taken ? JobsTable.find(tx, key) : null;
            });
            if (job != null) {
                runs.put(key, new ImportRun(with, uploads, holder, job));
            }
        }
    }

    /** One batch; false when this worker is done with the job. */
    private boolean step(ImportRun run) {
        try {
            return !stopping && run.step();
        } catch (Fault gone) {
            LOG.debug("The user pool of the import job {} is gone", run.key());
        } catch (StoreException failure) {
            // The lease ends by itself; then this node or another goes on where the last batch ended.
            LOG.warn("The import job {} cannot go on for now", run.key(), failure);
        } catch (SealBroken unreadable) {
            LOG.error("The CSV file of the import job {} cannot be opened", run.key(), unreadable);
            fail(run, Texts.UNREADABLE);
        } catch (RuntimeException failure) {
            LOG.error("The import job {} has failed", run.key(), failure);
            fail(run, Texts.BROKEN);
        }
        return false;
    }

    private static void fail(ImportRun run, String why) {
        try {
            run.fail(why);
        } catch (StoreException failure) {
            // It fails again where it is tried next, once its lease has ended.
            LOG.warn("The import job {} cannot be ended for now", run.key(), failure);
        }
    }

    /** Stops after the batch under way, within about two seconds; what is not done is left to another node, or to later. */
    @Override
    public void close() {
        stopping = true;
        wake();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(GRACE)) {
                running.interrupt();
            }
        } catch (InterruptedException inAHurry) {
            running.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
