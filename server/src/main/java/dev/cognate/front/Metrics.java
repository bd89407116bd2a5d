package dev.cognate.front;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * What the process tells about itself in numbers, for Prometheus: requests by operation and outcome, and the basics of
 * the virtual machine. Rooms add their own to {@link #registry()}.
 */
public final class Metrics implements AutoCloseable {
    private static final Duration[] BUCKETS = List.of(1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 5000).stream()
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentMap<Key, Timer> requests = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    private record Key(String operation, String outcome) {}

    /** Numbers of this process, with those of the virtual machine. */
    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Where rooms register their own numbers. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All numbers in Prometheus' text format. */
    String text() {
        return registry.scrape();
    }

    /** Shows how many requests are being worked on. */
    void inFlight(IntSupplier count) {
        Gauge.builder("cognate.requests.running", count, IntSupplier::getAsInt)
                .description("Requests that are being worked on")
                .strongReference(true)
                .register(registry);
    }

    /** Counts one request; both names come from a limited number. */
    void request(String operation, String outcome, long nanos) {
        Key key = new Key(operation, outcome);
        Timer timer = requests.get(key);
        if (timer == null) {
            timer = requests.computeIfAbsent(key, this::timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        return Timer.builder("cognate.requests")
                .description("Requests by operation and outcome: ok, or the type of the fault")
                .tag("operation", key.operation())
                .tag("outcome", key.outcome())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Counts one refusal of what never became a request. */
    void refused(int status) {
        registry.counter("cognate.requests.refused", "status", Integer.toString(status))
                .increment();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
