package dev.cognate.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of the data. When it is made here, nobody else may look into it: names and addresses lie there in clear. */
final class DataFolder {
    private DataFolder() {}

    /** The folder, which exists afterwards; one that was there before is left as it is. */
    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder, onlyOurs());
        } catch (IOException notMade) {
            throw new UncheckedIOException(
                    "The data folder " + folder + " cannot be made (" + notMade + "). Choose another with --data",
                    notMade);
        }
    }

    private static FileAttribute<?>[] onlyOurs() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        };
    }
}
