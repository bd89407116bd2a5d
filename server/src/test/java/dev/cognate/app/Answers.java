package dev.cognate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.StackWalker.StackFrame;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which operation answered what, and to which test class: what {@code docs/faults.md} is compared with. Each server adds
 * what it has answered to {@code target/answers.tsv} when it closes. Safe for use by many threads.
 */
final class Answers {
    /** One line for each operation, answer and test class: the type of an error, or {@code Success}. */
    private static final Path FILE = Path.of("target", "answers.tsv");

    private static final String TARGET = "AWSCognitoIdentityProviderService.";

    private final Set<String> lines = ConcurrentHashMap.newKeySet();

    /** Notes an answer, if the request asked for an operation. */
    void note(HttpRequest request, Reply reply) {
        Optional<String> target = request.headers()
                .firstValue("X-Amz-Target")
                .filter(value -> value.startsWith(TARGET))
                .map(value -> value.substring(TARGET.length()));
        if (target.isPresent()) {
            String error = reply.headers().firstValue("x-amzn-ErrorType").orElse(":");
            String answer = reply.status() == 200 ? "Success" : error.substring(0, error.length() - 1);
            test().ifPresent(test -> lines.add(target.get() + "\t" + answer + "\t" + test));
        }
    }

    /** The class of the test that runs in this thread. */
    private static Optional<String> test() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackFrame::getClassName)
                .filter(name -> name.startsWith("dev.cognate."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""))
                .filter(name -> name.endsWith("Test"))
                .reduce((_, outer) -> outer));
    }

    /** Adds the answers to the file. */
    void write() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines.stream().sorted().toList(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
