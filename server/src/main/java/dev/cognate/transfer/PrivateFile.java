package dev.cognate.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that nobody else may read, under a name of its own until it is complete. */
final class PrivateFile implements AutoCloseable {
    private final Path partial;
    private final Path target;

    private PrivateFile(Path partial, Path target) {
        this.partial = partial;
        this.target = target;
    }

    /**
     * An empty file in the folder of the one that it will be.
     *
     * @throws TransferRefused the target is a folder, a device, a pipe or a link, whose place no file should take
     */
    static PrivateFile beside(Path target) throws IOException {
        Path whole = target.toAbsolutePath();
        boolean isThere = Files.exists(whole, LinkOption.NOFOLLOW_LINKS);
        if (isThere && !Files.isRegularFile(whole, LinkOption.NOFOLLOW_LINKS)) {
            throw new TransferRefused(Texts.noRegularFile(target));
        }
        // A temporary file is its owner's alone (mode 0600) where the file system knows such a thing.
        Path partial = Files.createTempFile(whole.getParent(), whole.getFileName() + ".", ".part");
        return new PrivateFile(partial, whole);
    }

    /** Where to write meanwhile. */
    Path path() {
        return partial;
    }

    /** It is complete, and gets its name. */
    void take() throws IOException {
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Removes what was not completed. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(partial);
    }
}
