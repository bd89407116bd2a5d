package dev.cognate.imports;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.imports.ImportJob.Upload;
import dev.cognate.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CSV files of jobs, in sealed pieces. A file becomes the job's with its last piece, in one transaction, so that a
 * broken upload changes nothing; a later one takes the place of an earlier one. A file is kept as long as its job needs it.
 */
final class Uploads {
    /** How many bytes of the file one piece holds; the last may hold fewer. */
    static final int PIECE = 256 * 1024;

    /** Pieces that one transaction deletes. */
    private static final int BATCH = 16;

    private static final String PURPOSE = "import-csv";

    private final Store store;
    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    Uploads(Imports.Collaborators with) {
        this.store = with.store();
        this.keys = with.keys();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    /**
     * Takes a file as it arrives.
     *
     * @return false when the job does not wait for a file
     * @throws IOException the file did not arrive completely; nothing of it is kept
     */
    boolean receive(JobKey job, InputStream file) throws IOException {
        String id = randomness.uuid();
        boolean attached = false;
        try {
            Upload upload = keep(job, id, file);
            Instant createdAfter = clock.instant().minus(ImportJob.LIFE);
            attached = store.write(tx -> JobsTable.attach(tx, job, upload, createdAfter));
        } finally {
            clearAllBut(job, id, attached);
        }
        return attached;
    }

    private Upload keep(JobKey job, String id, InputStream file) throws IOException {
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        long lines = 0;
        boolean open = false;
        int length = file.readNBytes(piece, 0, PIECE);
        for (long number = 0; length > 0; number++) {
            byte[] sealed = keys.seal(Arrays.copyOf(piece, length), PURPOSE);
            long at = number;
            store.write(tx -> {
                ChunksTable.insert(tx, job, id, at, sealed);
                return at;
            });
            bytes += length;
            lines += lineEnds(piece, length);
            open = piece[length - 1] != '\n';
            length = file.readNBytes(piece, 0, PIECE);
        }
        return new Upload(id, bytes, open ? lines + 1 : lines);
    }

    private static long lineEnds(byte[] piece, int length) {
        long ends = 0;
        for (int i = 0; i < length; i++) {
            if (piece[i] == '\n') {
                ends++;
            }
        }
        return ends;
    }

    /** Clears an upload that failed; or, after one that did not, those that it takes the place of. */
    private void clearAllBut(JobKey job, String id, boolean attached) {
        if (!attached) {
            clear(job, id);
            return;
        }
        ImportJob now = store.read(tx -> JobsTable.find(tx, job));
        Upload current = now == null ? null : now.upload();
        if (current == null || !current.id().equals(id)) {
            clear(job, id); // Another one was attached meanwhile.
        }
    }

    /** A piece of a job's file, null behind the last. */
    byte @Nullable [] piece(JobKey job, Upload upload, long number) {
        if (number * PIECE >= upload.bytes()) {
            return null;
        }
        byte[] sealed = store.read(tx -> ChunksTable.find(tx, job, upload.id(), number));
        return sealed == null ? null : keys.open(sealed, PURPOSE);
    }

    /** Clears away every file of a job that has ended. */
    void clear(JobKey job) {
        store.<List<String>>read(tx -> ChunksTable.uploads(tx, job)).forEach(upload -> clear(job, upload));
    }

    private void clear(JobKey job, String upload) {
        int removed;
        do {
            removed = store.write(tx -> ChunksTable.delete(tx, job, upload, BATCH));
        } while (removed == BATCH);
    }

    /** Clears away the files of all jobs that have ended or expired; returns how many jobs that were. */
    int sweep() {
        Instant expiredBefore = clock.instant().minus(ImportJob.LIFE);
        List<JobKey> over = store.read(tx -> ChunksTable.over(tx, expiredBefore));
        over.forEach(this::clear);
        return over.size();
    }
}
