package dev.cognate.bench.subject;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** User import jobs as an administrator runs them: header, job, upload, start, and then a look now and then. */
public final class ImportJobs {
    /** What one file can hold. */
    private static final int MOST_OF_FILE = 500_000;

    /** So far behind the users that are there that no name and no address is one of theirs. */
    private static final long FIRST = 1L << 32;

    /** The address has another number than the name, so that the two come in different orders. */
    private static final long FIRST_ADDRESS = 1L << 40;

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Pattern COLUMN = Pattern.compile("\"([a-z_:0-9]+)\"");

    private final Server server;

    private ImportJobs(Server server) {
        this.server = server;
    }

    /** An import, to be run on another thread. */
    @FunctionalInterface
    public interface Work {
        /** Runs it to its end; the time that the jobs took, without the uploads. */
        Duration run() throws IOException, InterruptedException;
    }

    /**
     * Imports so many users who are not there yet, with as many jobs as it takes.
     *
     * @return from the start of each job to its end, by the server's own account
     * @throws IOException a job did not import every row
     */
    public static Duration run(Server server, int users) throws IOException, InterruptedException {
        ImportJobs jobs = new ImportJobs(server);
        Duration all = Duration.ZERO;
        for (int first = 0; first < users; first += MOST_OF_FILE) {
            all = all.plus(jobs.one(first, Math.min(users, first + MOST_OF_FILE)));
        }
        return all;
    }

    private Duration one(int first, int end) throws IOException, InterruptedException {
        String created = call("CreateUserImportJob", """
                , "JobName": "bench", "CloudWatchLogsRoleArn": "arn:aws:iam::123456789012:role/import\"""");
        String job = Calls.member(created, "JobId");
        upload(Calls.member(created, "PreSignedUrl"), first, end);
        call("StartUserImportJob", ", \"JobId\": \"" + job + "\"");
        String state = ended(job);
        if (number(state, "ImportedUsers") != end - first) {
            throw new IOException("Not every row was imported: " + state);
        }
        return Duration.ofMillis(Math.round(1e3 * (number(state, "CompletionDate") - number(state, "StartDate"))));
    }

    private String ended(String job) throws IOException, InterruptedException {
        long patience = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            String state = call("DescribeUserImportJob", ", \"JobId\": \"" + job + "\"");
            String status = Calls.member(state, "Status");
            if (!status.equals("Pending") && !status.equals("InProgress")) {
                return state;
            }
            if (System.nanoTime() > patience) {
                throw new IOException("The import takes more than ten minutes: " + state);
            }
            Thread.sleep(200);
        }
    }

    private void upload(String url, int first, int end) throws IOException, InterruptedException {
        Path file = Files.createTempFile("import", ".csv");
        try (HttpClient client = HttpClient.newHttpClient()) {
            write(file, first, end);
            int status = client.send(
                            HttpRequest.newBuilder(URI.create(url))
                                    .header("x-amz-server-side-encryption", "aws:kms")
                                    .PUT(BodyPublishers.ofFile(file))
                                    .build(),
                            BodyHandlers.ofString())
                    .statusCode();
            if (status != 200) {
                throw new IOException("The upload was answered with " + status);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void write(Path file, int first, int end) throws IOException, InterruptedException {
        List<String> columns = columns();
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write(String.join(",", columns));
            for (long number = FIRST + first; number < FIRST + end; number++) {
                csv.newLine();
                csv.write(row(columns, number));
            }
        }
    }

    private List<String> columns() throws IOException, InterruptedException {
        String answer = call("GetCSVHeader", "");
        int from = answer.indexOf('[');
        Matcher names = COLUMN.matcher(answer.substring(from, answer.indexOf(']', from)));
        List<String> columns = new ArrayList<>();
        while (names.find()) {
            columns.add(names.group(1));
        }
        return columns;
    }

    private static String row(List<String> columns, long number) {
        return String.join(
                ",",
                columns.stream()
                        .map(column -> switch (column) {
                            case "cognito:username" -> Names.username(number);
                            case "cognito:mfa_enabled" -> "false";
                            case "email" -> Names.email(FIRST_ADDRESS + number);
                            case "email_verified" -> "true";
                            default -> "";
                        })
                        .toList());
    }

    private String call(String operation, String more) throws IOException, InterruptedException {
        return Calls.call(server.address(), operation, "{\"UserPoolId\": \"" + server.pool() + "\"" + more + "}");
    }

    private static double number(String json, String name) throws IOException {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9.E]+)").matcher(json);
        if (!found.find()) {
            throw new IOException("An answer lacks " + name + ": " + json);
        }
        return Double.parseDouble(found.group(1));
    }
}
