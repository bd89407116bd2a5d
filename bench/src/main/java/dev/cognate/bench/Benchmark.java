package dev.cognate.bench;

import java.io.IOException;

/** One thing that is measured. */
@FunctionalInterface
interface Benchmark {

    /**
     * Measures it and reports its figures.
     *
     * @throws IOException a server does not start, or ends
     */
    void run(Bench bench) throws IOException, InterruptedException;
}
