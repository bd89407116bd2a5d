package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.PassphraseKey;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Pools as files: one pool with everything in it, of one moment, as lines of JSON that are sorted and the same for the same
 * state. Holds a page of rows in memory, however many users there are.
 */
public final class PoolFiles {
    static final String HEAD = "cognate";
    static final String END = "end";
    static final long VERSION = 1;
    static final int SHORTEST_PASSPHRASE = 12;

    private static final byte[] KNOWN_TEXT = "cognate".getBytes(StandardCharsets.US_ASCII);

    private final Store store;
    private final KeyRing keys;

    /** Files of pools of this store, whose secrets are sealed by these keys. */
    public PoolFiles(Store store, KeyRing keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * What was moved.
     *
     * @param pool the pool
     * @param rows how many rows, of all tables
     */
    public record Moved(PoolId pool, long rows) {}

    /**
     * Writes a pool into a file, which is there only when it is complete.
     *
     * @param file is overwritten
     * @param passphrase seals the secrets; at least 12 characters
     * @param progress is told now and then how many rows are written
     * @throws TransferRefused there is no such pool, the passphrase is short, or the file cannot be written
     */
    public Moved write(PoolId pool, Path file, String passphrase, LongConsumer progress) {
        if (passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new TransferRefused(Texts.weakPassphrase(passphrase.length()));
        }
        PassphraseKey key = key(passphrase, pool);
        try (PrivateFile target = PrivateFile.beside(file)) {
            long rows = store.<Long>read(tx -> write(tx, pool, target, key, progress));
            target.take();
            return new Moved(pool, rows);
        } catch (IOException failure) {
            throw new TransferRefused(Texts.unwritable(file, failure));
        }
    }

    private long write(Tx tx, PoolId pool, PrivateFile target, PassphraseKey key, LongConsumer progress) {
        if (!RowsTable.poolExists(tx, pool)) {
            throw new TransferRefused(Texts.noPool(pool));
        }
        RowText text = new RowText(keys, key);
        try (BufferedWriter lines = Files.newBufferedWriter(target.path())) {
            lines.write(head(pool, key) + "\n");
            long rows = 0;
            for (Kept kept : Kept.values()) {
                rows = write(tx, new Chapter(kept, pool, text, lines), rows, progress);
            }
            lines.write("{\"" + END + "\":{\"rows\":" + rows + "}}\n");
            return rows;
        } catch (IOException failure) {
            throw new TransferRefused(Texts.unwritable(target.path(), failure));
        }
    }

    /** The part of the file that is one table's. */
    private record Chapter(Kept kept, PoolId pool, RowText text, BufferedWriter lines) {}

    private static long write(Tx tx, Chapter chapter, long before, LongConsumer progress) throws IOException {
        long rows = before;
        @Nullable Object @Nullable [] last = null;
        List<@Nullable Object[]> page;
        do {
            page = RowsTable.page(tx, chapter.kept(), chapter.pool(), last);
            for (@Nullable Object[] row : page) {
                chapter.lines().write(chapter.text().write(chapter.kept(), row));
                chapter.lines().write('\n');
                last = row;
            }
            rows += page.size();
            progress.accept(rows);
        } while (page.size() == chapter.kept().page());
        return rows;
    }

    private static String head(PoolId pool, PassphraseKey key) {
        return JsonOutput.text(line -> {
            line.beginObject();
            line.member(HEAD, members -> {
                members.beginObject();
                members.member("version", VERSION);
                members.member("pool", pool.value());
                members.member("proof", key.seal(KNOWN_TEXT, HEAD));
                members.endObject();
            });
            line.endObject();
        });
    }

    /**
     * Puts the pool of a file into the store, in one transaction: all of it or nothing.
     *
     * @param passphrase that the file was written with
     * @param replace whether it takes the place of a pool with its id
     * @param progress is told now and then how many rows are read; begins again when the database asks for it
     * @throws TransferRefused the file or the passphrase is not right, the pool exists and is not to be replaced, or
     *     another pool has one of its clients or domains
     */
    public Moved read(Path file, String passphrase, boolean replace, LongConsumer progress) {
        FileRows.Head head = FileRows.head(file);
        PassphraseKey key = key(passphrase, head.pool());
        requireRight(file, key, head);
        long rows = store.<Long>write(tx -> {
            try (FileRows source = FileRows.of(file, head.pool(), keys, key)) {
                return new Landing(tx, head.pool(), progress).put(source, replace);
            }
        });
        return new Moved(head.pool(), rows);
    }

    /**
     * The pool that a file says to hold.
     *
     * @throws TransferRefused there is no such file, or it is none that was exported
     */
    public static PoolId poolOf(Path file) {
        return FileRows.head(file).pool();
    }

    /** The pool is the salt: it makes a passphrase that two pools share two keys, and the same key each time. */
    private static PassphraseKey key(String passphrase, PoolId pool) {
        return PassphraseKey.of(passphrase, "export/" + pool.value());
    }

    private static void requireRight(Path file, PassphraseKey key, FileRows.Head head) {
        try {
            key.open(head.proof(), HEAD);
        } catch (SealBroken _) {
            throw new TransferRefused(Texts.wrongPassphrase(file));
        }
    }
}
