package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of users for an import job: a line for each, in the columns of the pool. Reference: lifecycle H. */
record CsvFile(List<String> header, List<Map<String, String>> users) {

    /** Puts the file where a job's pre-signed URL leads, as the service's documentation has it. */
    HttpResponse<String> upload(String preSignedUrl) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(preSignedUrl))
                .header("x-amz-server-side-encryption", "aws:kms")
                .PUT(BodyPublishers.ofString(text()))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }

    private String text() {
        users.forEach(user -> assertThat(header).containsAll(user.keySet()));
        String lines = users.stream()
                .map(user -> header.stream()
                        .map(column -> user.getOrDefault(column, ""))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return String.join(",", header) + "\n" + lines;
    }
}
