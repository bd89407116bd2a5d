package dev.cognate.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that runs in a process of its own, as a user starts it. */
final class Program implements AutoCloseable {
    static final Path ROOT =
            Path.of(System.getProperty("cognate.root", "..")).toAbsolutePath().normalize();
    static final Path LAUNCHER = ROOT.resolve("target/cognate/bin/cognate");
    static final String CLIENT = "12a3b456c7de890f11g123hijk";

    private static final Pattern READY = Pattern.compile("ready at (http://[^ ,]+), data in");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final String url;
    private final Path log;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Program(Process process, String url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /** Starts a server on a folder, on any free port, and waits until it is ready. */
    static Program start(Path folder, String... options) {
        return start(Map.of(), folder, options);
    }

    /** Starts one with more variables in its environment, which its functions see too. */
    static Program start(Map<String, String> environment, Path folder, String... options) {
        try {
            Path log = Shell.written("program", ".log");
            Process process = Shell.command(environment, command(folder, options))
                    .redirectError(log.toFile())
                    .start();
            String ready = await(process, log);
            return new Program(process, ready, log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The command for it; on any free port, unless the options name one. */
    static List<String> command(Path folder, String... options) {
        List<String> command = new ArrayList<>(
                List.of(LAUNCHER.toString(), "serve", "--management-port", "0", "--data", folder.toString()));
        if (!List.of(options).contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(List.of(options));
        return command;
    }

    private static String await(Process process, Path log) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> ready = CompletableFuture.supplyAsync(() -> firstReadyLine(lines));
        try {
            String url = ready.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            Shell.drain(lines);
            return url;
        } catch (TimeoutException | java.util.concurrent.ExecutionException notReady) {
            process.destroyForcibly();
            throw new AssertionError("The server did not start:\n" + Files.readString(log), notReady);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private static String firstReadyLine(BufferedReader lines) {
        return lines.lines()
                .map(READY::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    String url() {
        return url;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Calls an operation; the signature is of the form that a server accepts which does not verify it. */
    Answer call(String operation, String json) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260301/us-east-1/cognito-idp/aws4_request, "
                                + "SignedHeaders=host;x-amz-date, Signature=0")
                .header("X-Amz-Date", "20260301T120000Z")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        return send(request);
    }

    Answer get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    /** An answer of the server. */
    record Answer(int status, String body) {
        String member(String name) {
            Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
            if (!found.find()) {
                throw new AssertionError("No " + name + " in " + body);
            }
            return found.group(1);
        }
    }

    /** SIGTERM; returns how long the server took to be gone. */
    Duration stop() {
        long begin = System.nanoTime();
        process.destroy();
        waitFor();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        waitFor();
    }

    private void waitFor() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The server does not end");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
        http.close();
    }
}
