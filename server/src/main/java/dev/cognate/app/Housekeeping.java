package dev.cognate.app;

import dev.cognate.codes.Codes;
import dev.cognate.groups.Groups;
import dev.cognate.imports.Imports;
import dev.cognate.pools.Pools;
import dev.cognate.signin.Signin;
import dev.cognate.store.Store;
import dev.cognate.tokens.Tokens;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what is over, now and then: counts that count no more, sign-ins and tokens that expired, left-overs of deleted pools and
 * groups, files of import jobs that are over.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration FIRST = Duration.ofSeconds(30);

    private final Store store;
    private final Codes codes;
    private final Tokens tokens;
    private final Signin signin;
    private final Pools pools;
    private final Groups groups;
    private final Imports imports;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Housekeeping(Store store, Codes codes, Tokens tokens, Signin signin, Pools pools, Groups groups, Imports imports) {
        this.store = store;
        this.codes = codes;
        this.tokens = tokens;
        this.signin = signin;
        this.pools = pools;
        this.groups = groups;
        this.imports = imports;
    }

    /** Begins, on a virtual thread, some time after the start so that the start is not slowed. */
    void start() {
        Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    private void run() {
        try {
            boolean stop = stopped.await(FIRST.toMillis(), TimeUnit.MILLISECONDS);
            while (!stop) {
                clear();
                stop = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            LOG.debug("Housekeeping was interrupted");
        }
    }

    private void clear() {
        try {
            int counts = codes.sweep(store);
            int expired = tokens.sweep() + signin.sweep();
            int orphans = pools.purgeOrphans();
            int ended = groups.sweep() + imports.sweep();
            LOG.debug(
                    "Cleared {} counts, {} sign-ins, left-overs of {} deleted pools and of {} groups and jobs",
                    counts,
                    expired,
                    orphans,
                    ended);
        } catch (RuntimeException failure) {
            LOG.warn("Could not clear away what is over; trying again later", failure);
        }
    }

    @Override
    public void close() {
        stopped.countDown();
    }
}
