package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises to many callers at once. */
abstract class StoreRaceTest {
    private static final int THREADS = 32;

    private Store store;

    abstract Store open() throws Exception;

    @BeforeEach
    void makeATable() throws Exception {
        store = open();
        store.write(tx -> tx.update(
                "CREATE TABLE counters (name TEXT NOT NULL PRIMARY KEY, value BIGINT NOT NULL, winner BIGINT)"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aConditionalUpdateHasOneWinner() throws Exception {
        int rounds = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 25;
        for (int round = 0; round < rounds; round++) {
            String name = "code " + round;
            store.write(tx -> tx.update("INSERT INTO counters (name, value) VALUES (?, 1)", name));

            List<Integer> counts = Crowd.of(
                    THREADS,
                    number -> store.write(tx -> tx.update(
                            "UPDATE counters SET value = 0, winner = ? WHERE name = ? AND value = 1", number, name)));

            assertThat(counts).containsOnlyOnce(1).allMatch(count -> count == 0 || count == 1);
            assertThat(store.<List<Long>>read(
                            tx -> tx.list("SELECT winner FROM counters WHERE name = ?", row -> row.number(1), name)))
                    .containsExactly((long) counts.indexOf(1));
        }
    }

    @Test
    void tenThousandIncrementsLoseNothing() throws Exception {
        for (int i = 0; i < 8; i++) {
            String name = "counter " + i;
            store.write(tx -> tx.update("INSERT INTO counters (name, value) VALUES (?, 0)", name));
        }

        Crowd.of(THREADS, number -> {
            for (int i = number; i < 10_000; i += THREADS) {
                increment("counter " + i / THREADS % 8);
            }
            return number;
        });

        assertThat(store.<List<Long>>read(tx -> tx.list("SELECT SUM(value) FROM counters", row -> row.number(1))))
                .containsExactly(10_000L);
    }

    /** Read first and written then, so that only isolation keeps two of them apart. */
    private void increment(String name) {
        store.write(tx -> {
            long value = tx.list("SELECT value FROM counters WHERE name = ?", row -> row.number(1), name)
                    .getFirst();
            return tx.update("UPDATE counters SET value = ? WHERE name = ?", value + 1, name);
        });
    }

    @Test
    void twoThatEachLeaveWhenTheOtherStaysDoNotBothLeave() throws Exception {
        for (int round = 0; round < 50; round++) {
            String one = "one " + round;
            String other = "other " + round;
            store.write(tx -> tx.update("INSERT INTO counters (name, value) VALUES (?, 1), (?, 1)", one, other));

            List<Integer> left = Crowd.of(2, number -> leave(number == 0 ? one : other, number == 0 ? other : one));

            assertThat(left).containsExactlyInAnyOrder(0, 1);
        }
    }

    private int leave(String own, String other) {
        return store.write(tx -> {
            long stays = tx.list("SELECT value FROM counters WHERE name = ?", row -> row.number(1), other)
                    .getFirst();
            return stays == 1 ? tx.update("UPDATE counters SET value = 0 WHERE name = ?", own) : 0;
        });
    }
}
