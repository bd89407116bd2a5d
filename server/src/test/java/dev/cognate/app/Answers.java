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
 * Which operation answered what, and to which test class: what {@code docs/faults.md} is compared with. What an object of
 * this class has not noted yet it adds to {@code target/answers.tsv}. Safe for use by many threads.
 */
public final class Answers {
    /** The answer that is no error. */
    public static final String SUCCESS = "Success";

    private static final Path FILE = Path.of("target", "answers.tsv");

    private static final String TARGET = "AWSCognitoIdentityProviderService.";

    private final Set<String> lines = ConcurrentHashMap.newKeySet();

    /** Notes what an HTTP request was answered, if it asked for an operation. */
    void note(HttpRequest request, Reply reply) {
        request.headers()
                .firstValue("X-Amz-Target")
                .filter(target -> target.startsWith(TARGET))
                .ifPresent(target -> note(target.substring(TARGET.length()), answer(reply)));
    }

    private static String answer(Reply reply) {
        String error = reply.headers().firstValue("x-amzn-ErrorType").orElse(":");
        return reply.status() == 200 ? SUCCESS : error.substring(0, error.length() - 1);
    }

    /** Notes an answer: the type of an error, or {@value #SUCCESS}. */
    public void note(String operation, String answer) {
        test().map(test -> operation + "\t" + answer + "\t" + test)
                .filter(lines::add)
                .ifPresent(Answers::append);
    }

    /** The class of the test that runs in this thread. */
    private static Optional<String> test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .filter(name -> name.startsWith("dev.cognate."))
                        .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("\\$.*", ""))
                        .filter(name -> name.endsWith("Test"))
                        .reduce((_, outer) -> outer));
    }

    private static void append(String line) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
