package dev.cognate.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The file that holds the seal keys: one in Base64 per line, newest first; lines that begin with {@code #} are remarks. */
final class KeyFile {
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    /** The keys of the file, which is made with one new key when it does not exist. */
    static List<String> open(Path file, SecureRandom random) {
        try {
            if (Files.notExists(file)) {
                create(file, random);
            }
            refuseIfOthersMayRead(file);
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UnusableKey("The seal key file " + file + " cannot be read or made", e);
        }
    }

    /** Two processes may start at once: the file appears whole, and the first one wins. */
    private static void create(Path file, SecureRandom random) throws IOException {
        Path folder = folderOf(file);
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".seal", ".key"); // mode 0600
        try {
            write(draft, random);
            publish(draft, file);
            sync(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("not a file name");
        }
        return folder;
    }

    private static void write(Path draft, SecureRandom random) throws IOException {
        byte[] key = new byte[SealKey.LENGTH];
        random.nextBytes(key);
        String text = "# Seals the secrets in Cognate's data. Without it they cannot be read: keep a copy elsewhere.\n"
                + Base64.getEncoder().encodeToString(key) + "\n";
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** A hard link, unlike a move, never replaces what another process has put there in the meantime. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // The other process was faster; its key is as good.
        } catch (UnsupportedOperationException _) {
            Files.move(draft, file);
        }
    }

    private static void sync(Path folder) throws IOException {
        if (isPosix(folder)) { // Elsewhere a folder cannot be opened.
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        permissions.addAll(Files.getPosixFilePermissions(file));
        permissions.removeAll(OWNER_ONLY);
        if (!permissions.isEmpty()) {
            throw new UnusableKey("The seal key file " + file + " is open to other users of this machine."
                    + " Close it with: chmod 600 " + file);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
