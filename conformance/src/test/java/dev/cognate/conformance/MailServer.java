package dev.cognate.conformance;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GreenMail in a process of its own: takes mail by SMTP and gives it out by POP3, on ports of its choice. */
final class MailServer implements AutoCloseable {
    private static final Path JAR = Program.ROOT.resolve("conformance/target/mail/greenmail-standalone.jar");
    private static final Pattern STARTED = Pattern.compile("Started (smtp|pop3):127\\.0\\.0\\.1:(\\d+)");
    /** Longer than a lease and the third wait of the courier, after which a message that met no server is sent again. */
    private static final int PATIENCE_SECONDS = 150;

    private final Process process;
    private final int smtpPort;
    private final int pop3Port;

    private MailServer(Process process, Map<String, Integer> ports) {
        this.process = process;
        this.smtpPort = requireNonNull(ports.get("smtp"));
        this.pop3Port = requireNonNull(ports.get("pop3"));
    }

    /** Starts one that takes mail on a port; 0 is any that is free. Every mailbox opens with its address as password. */
    static MailServer start(int smtpPort) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Dgreenmail.smtp.hostname=127.0.0.1",
                "-Dgreenmail.smtp.port=" + smtpPort,
                "-Dgreenmail.pop3.hostname=127.0.0.1",
                "-Dgreenmail.pop3.port=0",
                "-Dgreenmail.auth.disabled",
                // Only then does it tell its ports.
                "-Dgreenmail.verbose",
                "-jar",
                JAR.toString());
        try {
            Process process =
                    Shell.command(Map.of(), command).redirectErrorStream(true).start();
            return new MailServer(process, ports(process));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Integer> ports(Process process) throws IOException {
        StringBuilder log = new StringBuilder();
        Map<String, Integer> ports = new HashMap<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        while (ports.size() < 2) {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("The mail server did not start:\n" + log);
            }
            log.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                ports.put(started.group(1), Integer.valueOf(started.group(2)));
            }
        }
        Shell.drain(lines);
        return ports;
    }

    int smtpPort() {
        return smtpPort;
    }

    /** The only mail in a mailbox, headers and all, once it is there. */
    String onlyMail(String mailbox) {
        return lastMail(mailbox, 1);
    }

    /** The last mail of so many in a mailbox, once they are there; more of them are too many. */
    String lastMail(String mailbox, int of) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            try (Pop3 pop3 = new Pop3(pop3Port, mailbox)) {
                int there = pop3.count();
                if (there > of) {
                    throw new AssertionError(there + " mails to " + mailbox);
                }
                if (there == of) {
                    return pop3.mail(of);
                }
            }
        }
        throw new AssertionError("No mail to " + mailbox + " arrived");
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }
}
