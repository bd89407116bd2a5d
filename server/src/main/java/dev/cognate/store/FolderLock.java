package dev.cognate.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to use a data folder, held for the life of the store and given back by the operating system when the process
 * dies. The file {@code cognate.lock} is locked against other processes and says which process has it.
 *
 * <p>On many systems a lock belongs to the process and not to the channel: closing a second channel to the file, in the
 * same process, gives the lock up. Therefore a second store in the same process must fail before it opens that file, at
 * {@code cognate.jvm.lock}, whose lock only this Java machine has to remember.
 */
final class FolderLock implements AutoCloseable {
    private static final String SIGNED = "cognate.lock";

    private final FileChannel gate;
    private final FileChannel lock;

    private FolderLock(FileChannel gate, FileChannel lock) {
        this.gate = gate;
        this.lock = lock;
    }

    /**
     * Takes the folder.
     *
     * @throws StoreUnavailable another store has it, or the folder cannot be written
     */
    static FolderLock take(Path folder) {
        FileChannel gate = locked(folder, "cognate.jvm.lock");
        try {
            FileChannel lock = locked(folder, SIGNED);
            sign(lock);
            return new FolderLock(gate, lock);
        } catch (StoreUnavailable e) {
            close(gate);
            throw e;
        }
    }

    private static FileChannel locked(Path folder, String name) {
        FileChannel channel = channel(folder, name);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
            close(channel);
            throw inUse(folder, holder(folder.resolve(SIGNED)));
        } catch (OverlappingFileLockException _) {
            close(channel);
            throw inUse(folder, "this same process");
        } catch (IOException e) {
            close(channel);
            throw unusable(folder, e);
        }
    }

    private static FileChannel channel(Path folder, String name) {
        try {
            return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
    }

    private static StoreUnavailable unusable(Path folder, IOException cause) {
        return new StoreUnavailable(
                "The data folder " + folder + " cannot be written (" + cause + "). Make it writable for this user,"
                        + " or start with another data folder",
                cause);
    }

    private static StoreUnavailable inUse(Path folder, String holder) {
        return new StoreUnavailable("The data folder " + folder + " is in use by " + holder
                + ". Stop that server first, or start this one with another data folder");
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(file).strip();
            return pid.isEmpty() ? "another process" : "process " + pid;
        } catch (IOException _) {
            return "another process";
        }
    }

    /** Leaves the process's number in the file, for the message that the next one prints. */
    private static void sign(FileChannel channel) {
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(pid));
        } catch (IOException _) {
            // The lock counts, not the number: on a full disk the store must still open for reading.
        }
    }

    @Override
    public void close() {
        close(lock);
        close(gate);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // The operating system takes the lock back with the process.
        }
    }
}
