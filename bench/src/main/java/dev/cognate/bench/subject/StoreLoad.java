package dev.cognate.bench.subject;

import dev.cognate.store.SqliteStore;
import dev.cognate.store.Store;
import dev.cognate.store.StoreSettings;
import dev.cognate.store.Tx;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The store alone under the transaction of ResendConfirmationCode: read the user's row of codes, write it, add a message
 * to the inbox. The statements are those of the server; hashing, sealing, and everything around the transaction are left
 * out.
 */
public final class StoreLoad {
    /** About what a sealed message takes. */
    private static final int MESSAGE_BYTES = 640;

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Pattern RESULT = Pattern.compile("(\\d+) transactions in (\\d+) ms");

    private static final String FIND = """
            SELECT hash, attribute, expires_at, sends, tries FROM codes
            WHERE pool_id = ? AND subject = ? AND kind = ?""";

    private static final String SAVE = """
            INSERT INTO codes (pool_id, subject, kind, hash, attribute, expires_at, sends, tries, touched_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (pool_id, subject, kind) DO UPDATE SET
                hash = excluded.hash, attribute = excluded.attribute, expires_at = excluded.expires_at,
                sends = excluded.sends, tries = excluded.tries, touched_at = excluded.touched_at""";

    private static final String DELIVER = """
            INSERT INTO inbox (message_id, sent_at, pool_id, client_id, username, trigger_source, medium, destination, sealed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (message_id) DO NOTHING""";

    private final Store store;
    private final InstantSource clock;
    private final List<String> subjects;
    private final AtomicLong done = new AtomicLong();
    private volatile boolean over;

    /** A run of {@link StoreLoad}: transactions per second. */
    public record Result(double perSecond) {}

    private StoreLoad(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.subjects = store.read(tx -> tx.list("SELECT subject FROM codes", row -> row.string(1)));
    }

    /**
     * Measures it in a process of its own, on a seeded folder that nobody else has open.
     *
     * @param threads how many callers wait for their commits at the same time
     * @param environment what is added to the environment of the process
     */
    public static Result measure(
            Path folder, int threads, boolean groupCommit, Duration time, Map<String, String> environment)
            throws IOException, InterruptedException {
        try (Program program = JavaProgram.start(
                StoreLoad.class,
                folder.resolveSibling(folder.getFileName() + "-output"),
                environment,
                folder.toString(),
                Integer.toString(threads),
                Boolean.toString(groupCommit),
                Long.toString(time.toMillis()))) {
            Matcher result = RESULT.matcher(program.result(time.multipliedBy(2).plus(MARGIN)));
            if (!result.find()) {
                throw new IOException("The load of the store printed no result");
            }
            return new Result(1000.0 * Long.parseLong(result.group(1)) / Long.parseLong(result.group(2)));
        }
    }

    /** Runs once to get warm and once for the result, which is printed. Arguments: folder, threads, group commit, ms. */
    public static void main(String[] args) throws InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        StoreSettings settings = StoreSettings.defaults().withGroupCommit(Boolean.parseBoolean(args[2]));
        try (SqliteStore store = SqliteStore.open(Path.of(args[0]), settings)) {
            StoreLoad load = new StoreLoad(store, InstantSource.system());
            int threads = Integer.parseInt(args[1]);
            Duration time = Duration.ofMillis(Long.parseLong(args[3]));
            load.run(threads, time);
            long before = load.done.get();
            long began = System.nanoTime();
            load.run(threads, time);
            long millis = (System.nanoTime() - began) / 1_000_000;
            out.println((load.done.get() - before) + " transactions in " + millis + " ms");
            store.write(tx -> tx.update("DELETE FROM inbox"));
        }
    }

    private void run(int threads, Duration time) throws InterruptedException {
        over = false;
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            callers.add(Thread.ofVirtual().start(this::writeOn));
        }
        Thread.sleep(time);
        over = true;
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private void writeOn() {
        SecureRandom random = new SecureRandom();
        byte[] hash = new byte[32];
        byte[] message = new byte[MESSAGE_BYTES];
        random.nextBytes(hash);
        random.nextBytes(message);
        while (!over) {
            String subject = subjects.get(random.nextInt(subjects.size()));
            store.write(tx -> resend(tx, subject, hash, message));
            done.incrementAndGet();
        }
    }

    private int resend(Tx tx, String subject, byte[] hash, byte[] message) {
        String pool = SeededFolder.POOL.value();
        long now = clock.millis();
        String sends = tx.first(FIND, row -> row.string(4), pool, subject, "SIGN_UP");
        String counted = sends == null || sends.length() > 56 ? Long.toString(now) : (sends + " " + now).strip();
        tx.update(SAVE, pool, subject, "SIGN_UP", hash, "email", now + 86_400_000L, counted, "", now);
        // Ascending, as the ids of messages are.
        String id = new UUID(now, done.get()).toString();
        return tx.update(
                DELIVER,
                id,
                now,
                pool,
                SeededFolder.CLIENT.value(),
                subject,
                "CustomMessage_ResendCode",
                "EMAIL",
                "jane@example.com",
                message);
    }
}
