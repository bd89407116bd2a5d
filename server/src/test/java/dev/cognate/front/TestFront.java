package dev.cognate.front;

import dev.cognate.store.Store;
import dev.cognate.wire.Handler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A front that really listens on free ports, and clients for it. */
final class TestFront implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-03-14T15:09:26Z");
    static final String TARGET = "AWSCognitoIdentityProviderService.";

    private final Metrics metrics = new Metrics();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Front front;
    private final Front.Addresses addresses;

    private TestFront(Plan plan) {
        FrontSettings settings = new FrontSettings(
                new Listen("127.0.0.1", 0), new Listen("127.0.0.1", 0), "us-east-1", plan.limits, true, plan.strict);
        front = new Front(
                settings,
                new Front.Offer(plan.handlers, plan.others, plan.mounts),
                new Front.Collaborators(
                        plan.signatures, metrics, plan.store, InstantSource.fixed(NOW), new SecureRandom()));
        addresses = front.start();
    }

    /** What the front is made of. */
    static final class Plan {
        private final List<Handler<?, ?>> handlers = new ArrayList<>();
        private final List<OtherApi> others = new ArrayList<>();
        private final List<Mount> mounts = new ArrayList<>();
        private final Store store;
        private FrontLimits limits = FrontLimits.DEFAULT;
        private Signatures signatures = Signatures.any();
        private boolean strict;

        Plan(Store store) {
            this.store = store;
        }

        Plan handler(Handler<?, ?> handler) {
            handlers.add(handler);
            return this;
        }

        Plan other(OtherApi other) {
            others.add(other);
            return this;
        }

        Plan mount(Mount... more) {
            mounts.addAll(Arrays.asList(more));
            return this;
        }

        Plan limits(FrontLimits others) {
            limits = others;
            return this;
        }

        Plan signatures(Signatures others) {
            signatures = others;
            return this;
        }

        Plan strict() {
            strict = true;
            return this;
        }

        TestFront start() {
            return new TestFront(this);
        }
    }

    Metrics metrics() {
        return metrics;
    }

    int port() {
        return addresses.api().getPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Calls an operation without signing. */
    HttpResponse<String> call(String operation, String json) throws IOException, InterruptedException {
        return send(api(operation, json));
    }

    HttpRequest.Builder api(String operation, String json) {
        return HttpRequest.newBuilder(uri("/"))
                .header("X-Amz-Target", TARGET + operation)
                .header("Content-Type", "application/x-amz-json-1.1")
                .POST(BodyPublishers.ofString(json));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    HttpResponse<String> managementGet(String path) throws IOException, InterruptedException {
        int managementPort =
                java.util.Objects.requireNonNull(addresses.management()).getPort();
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.version(HttpClient.Version.HTTP_1_1).build(), BodyHandlers.ofString());
    }

    /** A connection on which anything can be sent; a read that gets nothing fails after 10 seconds. */
    RawClient connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        socket.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
        return new RawClient(socket);
    }

    static @Nullable String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    @Override
    public void close() {
        front.close();
        client.close();
        metrics.close();
    }
}
