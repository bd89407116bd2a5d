/**
 * The benchmarks: how fast the packaged program is, each figure with a ratio taken in the same run, since a number alone
 * tells more of the machine than of the program. Method and results are in {@code docs/performance.md}.
 *
 * <p>The nouns: {@link dev.cognate.bench.Main} runs {@link dev.cognate.bench.Benchmark}s by name; a
 * {@link dev.cognate.bench.Bench} is what they work with; a {@link dev.cognate.bench.Measured} is one load with what it
 * cost; a {@link dev.cognate.bench.Report} collects {@link dev.cognate.bench.Figure}s, prints each as it comes and writes
 * them as a table.
 *
 * <p>What is compared runs interleaved, in rounds, after a warm-up, and the median of the rounds counts. Servers are
 * processes of their own; the load comes from this process, over loopback, and its processor time is reported too.
 */
@NullMarked
package dev.cognate.bench;

import org.jspecify.annotations.NullMarked;
