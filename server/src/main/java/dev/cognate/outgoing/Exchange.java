package dev.cognate.outgoing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One GET, on a connection of its own.
 *
 * @param addresses looks hosts up, and refuses those that are not to be reached; the connection goes to what it answers
 * @param patience how long it may take
 * @param most the greatest body in bytes
 */
record Exchange(DnsResolver addresses, Duration patience, int most) {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_LINE = 16 * 1024;

    /**
     * An answer.
     *
     * @param location where the document is instead, null when the answer does not say so
     */
    record Reply(int status, @Nullable String location, String body) {}

    /**
     * Asks.
     *
     * @throws IOException the host is not to be reached or does not answer; the answer is late, too large or no HTTP
     */
    Reply run(URI url) throws IOException {
        HttpGet request = new HttpGet(url);
        try (CloseableHttpClient client = client()) {
            FutureTask<Reply> exchange = new FutureTask<>(() -> client.execute(request, this::read));
            Thread.ofVirtual().name("exchange").start(exchange);
            // The client's time-outs are of single reads, which a byte now and then would keep from ever passing.
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            request.cancel();
            throw new IOException("no answer in time", late);
        } catch (ExecutionException failure) {
            throw new IOException(Objects.requireNonNull(failure.getCause()).getMessage(), failure);
        } catch (InterruptedException stopping) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private CloseableHttpClient client() {
        return HttpClients.custom()
                .setConnectionManager(connections())
                .setUserAgent("Cognate")
                .disableRedirectHandling() // Documents looks at each place first.
                .disableAutomaticRetries()
                .disableContentCompression() // A small answer could unfold into a large one.
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private PoolingHttpClientConnectionManager connections() {
        Timeout limit = Timeout.of(patience);
        Http1Config framing = Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(LONGEST_LINE)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(framing)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(limit)
                        .setSocketTimeout(limit)
                        .build())
                .build();
    }

    private Reply read(ClassicHttpResponse response) throws IOException {
        String location = switch (response.getCode()) {
            case 301, 302, 303, 307, 308 -> value(response.getFirstHeader("Location"));
            default -> null;
        };
        return new Reply(response.getCode(), location, location == null ? body(response.getEntity()) : "");
    }

    private static @Nullable String value(@Nullable Header header) {
        return header == null ? null : header.getValue();
    }

    private String body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        byte[] body =
                entity.getContentLength() > most ? null : entity.getContent().readNBytes(most + 1);
        if (body == null || body.length > most) {
            throw new IOException("the answer is too large");
        }
        return new String(body, StandardCharsets.UTF_8);
    }
}
