package dev.cognate.triggers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one function: what it printed, and when it was run with what outcome. Events and answers are not written.
 * The file is kept below one MiB, by moving it aside to a second one, whose former content is lost. Safe for use by many
 * threads; two processes may write to the same log.
 */
final class FunctionLog {
    private static final Logger LOG = LoggerFactory.getLogger(FunctionLog.class);
    private static final long GREATEST = 1024 * 1024;
    private static final String OLDER = ".1";

    private final Path file;
    private final InstantSource clock;

    FunctionLog(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The log of a function in a folder of logs. */
    static Path file(Path folder, String functionArn) {
        return folder.resolve(functionArn.replaceAll("[^A-Za-z0-9._-]", "_") + ".log");
    }

    /** The file that holds what was written before this one. */
    static Path older(Path file) {
        return file.resolveSibling(file.getFileName() + OLDER);
    }

    /** Writes one line. A log that cannot be written stops nobody. */
    synchronized void write(String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file) && Files.size(file) > GREATEST) {
                Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
            }
            if (!Files.exists(file)) {
                Files.createFile(file, onlyOurs());
            }
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
                out.write((clock.instant().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            LOG.warn("The log {} cannot be written: {}", file, failure.toString());
        }
    }

    /** Functions print what they like, such as the names of users. */
    private static FileAttribute<?>[] onlyOurs() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
