package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store promises, whatever its database. */
abstract class StoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00.123Z");

    private Store store;

    /** Opens the store of this test, the same one each time. */
    abstract Store open() throws Exception;

    @BeforeEach
    void makeATable() throws Exception {
        store = open();
        store.write(tx -> tx.update("CREATE TABLE things (name TEXT NOT NULL PRIMARY KEY, number BIGINT, flag BOOLEAN,"
                + " bytes " + blob() + ", moment BIGINT)"));
    }

    /** The database's name for bytes. */
    abstract String blob();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyKindOfValueComesBack() {
        byte[] bytes = "bytes \0 and more".getBytes(StandardCharsets.UTF_8);
        insert("jané", Long.MAX_VALUE, true, bytes, NOW);
        insert("🗝", 7, false, new byte[0], Instant.EPOCH);

        List<String> seen = new ArrayList<>();
        store.read(tx -> tx.list("SELECT name, number, flag, bytes, moment FROM things ORDER BY moment DESC", row -> {
            seen.add(row.string(1) + " " + row.number(2) + " " + row.bool(3) + " " + row.instant(5));
            return row.bytes(4);
        }));

        assertThat(seen)
                .containsExactly(
                        "jané 9223372036854775807 true 2026-11-21T02:00:00.123Z", "🗝 7 false 1970-01-01T00:00:00Z");
        assertThat(store.<byte @Nullable []>read(
                        tx -> tx.first("SELECT bytes FROM things WHERE name = ?", row -> row.bytes(1), "jané")))
                .isEqualTo(bytes);
    }

    @Test
    void nullIsStoredAndReadWhereItIsAllowed() {
        insert("jane", null, null, null, null);

        store.read(tx -> tx.first("SELECT number, flag, bytes, moment FROM things", row -> {
            assertThat(row.nullableString(1)).isNull();
            assertThat(row.nullableBytes(3)).isNull();
            assertThat(row.nullableInstant(4)).isNull();
            assertThatThrownBy(() -> row.number(1)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> row.bool(2))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Column 2");
            assertThatThrownBy(() -> row.bytes(3)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> row.instant(4)).isInstanceOf(IllegalStateException.class);
            return true;
        }));
    }

    @Test
    void whatIsWrittenIsThereAfterReopening() throws Exception {
        insert("jane", 1L, true, null, NOW);

        store.close();
        store = open();

        assertThat(names()).containsExactly("jane");
    }

    @Test
    void aClosureThatThrowsLeavesNothingAndItsExceptionComesBackUnchanged() {
        IllegalArgumentException fault = new IllegalArgumentException("limit exceeded");

        assertThatThrownBy(() -> store.write(tx -> {
                    tx.update("INSERT INTO things (name) VALUES (?)", "jane");
                    throw fault;
                }))
                .isSameAs(fault);
        assertThat(names()).isEmpty();
    }

    @Test
    void anErrorComesBackUnchangedToo() {
        AssertionError error = new AssertionError("a bug");

        assertThatThrownBy(() -> store.write(_ -> {
                    throw error;
                }))
                .isSameAs(error);
        insert("jane", 1L, true, null, NOW);
        assertThat(names()).containsExactly("jane");
    }

    @Test
    void aClosureThatThrowsHarmsNoneOfThoseBesideIt() throws Exception {
        CountDownLatch othersWait = new CountDownLatch(40);
        List<String> outcomes = Crowd.of(41, i -> {
            if (i == 0) { // Holds up the writer of SQLite until the others are queued, so that they share a commit.
                store.write(tx -> {
                    awaitQuietly(othersWait);
                    return tx.update("INSERT INTO things (name) VALUES ('first')");
                });
                return "first";
            }
            othersWait.countDown();
            return writeOrThrow(i);
        });

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.startsWith("refused"))
                .hasSize(13);
        assertThat(names())
                .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                        .filter(outcome -> !outcome.startsWith("refused"))
                        .toList());
    }

    /** Inserts two rows, and throws after the second in every third call; returns the name of what must be there. */
    private String writeOrThrow(int i) {
        String name = "thing " + i;
        try {
            store.write(tx -> {
                tx.update("INSERT INTO things (name) VALUES (?)", name);
                if (i % 3 == 0) {
                    throw new IllegalArgumentException(name);
                }
                return 1;
            });
            return name;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage(name);
            return "refused " + name;
        }
    }

    @Test
    void aReadSeesOneMomentWhileOthersWrite() {
        insert("before", 1L, true, null, NOW);

        List<List<String>> seen = store.read(tx -> {
            List<String> first = tx.list("SELECT name FROM things ORDER BY name", row -> row.string(1));
            inAnotherThread(() -> insert("meanwhile", 2L, true, null, NOW));
            return List.of(first, tx.list("SELECT name FROM things ORDER BY name", row -> row.string(1)));
        });

        assertThat(seen).containsExactly(List.of("before"), List.of("before"));
        assertThat(names()).containsExactly("before", "meanwhile");
    }

    @Test
    void aReadCannotWrite() {
        assertThatThrownBy(() -> store.read(tx -> tx.update("INSERT INTO things (name) VALUES ('jane')")))
                .isInstanceOf(StoreException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void aWriteSeesWhatItHasWritten() {
        assertThat(store.<Long>write(tx -> {
                    tx.update("INSERT INTO things (name, number) VALUES (?, ?)", "jane", 1);
                    tx.update("UPDATE things SET number = number + 1 WHERE name = ?", "jane");
                    return tx.list("SELECT number FROM things", row -> row.number(1))
                            .getFirst();
                }))
                .isEqualTo(2);
    }

    @Test
    void aConflictThatIsToldToDoNothingCountsNoRow() {
        String sql = "INSERT INTO things (name) VALUES (?) ON CONFLICT DO NOTHING";

        assertThat(store.<Integer>write(tx -> tx.update(sql, "jane"))).isEqualTo(1);
        assertThat(store.<Integer>write(tx -> tx.update(sql, "jane"))).isZero();
        assertThat(names()).containsExactly("jane");
    }

    @Test
    void aStatementCanReturnWhatItChanged() {
        insert("jane", 4L, true, null, NOW);
        String sql = "UPDATE things SET number = number + 1 WHERE name = ? AND number < ? RETURNING number";

        assertThat(store.<@Nullable Long>write(tx -> tx.first(sql, row -> row.number(1), "jane", 5)))
                .isEqualTo(5);
        assertThat(store.<@Nullable Long>write(tx -> tx.first(sql, row -> row.number(1), "jane", 5)))
                .isNull();
        assertThat(store.<List<String>>write(tx ->
                        tx.list("INSERT INTO things (name) VALUES ('a'), ('b') RETURNING name", row -> row.string(1))))
                .containsExactly("a", "b");
        assertThat(names()).containsExactly("a", "b", "jane");
    }

    @Test
    void onlyTheFirstRowIsReadWhenOneIsAskedFor() {
        insert("a", 1L, true, null, NOW);
        insert("b", 1L, true, null, NOW);

        assertThat(store.<@Nullable String>read(
                        tx -> tx.first("SELECT name FROM things ORDER BY name", row -> row.string(1))))
                .isEqualTo("a");
    }

    @Test
    void aClashOfKeysFailsWithoutShowingValues() {
        insert("jane's secret", 1L, true, null, NOW);

        assertThatThrownBy(() -> insert("jane's secret", 2L, true, null, NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("INSERT INTO things")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void aFailureThatTheClosureSwallowsStillLeavesNothing() {
        insert("jane", 1L, true, null, NOW);

        assertThatThrownBy(() -> store.write(tx -> {
                    tx.update("INSERT INTO things (name) VALUES ('other')");
                    assertThatThrownBy(() -> tx.update("INSERT INTO things (name) VALUES ('jane')"))
                            .isInstanceOf(StoreException.class);
                    return "all is well";
                }))
                .isInstanceOf(StoreException.class);
        assertThat(names()).containsExactly("jane");
    }

    @Test
    void theNumberOfParametersMustFit() {
        insert("jane", 1L, true, null, NOW);

        assertThatThrownBy(() -> store.write(tx -> tx.update("UPDATE things SET number = ? WHERE name = ?", 1)))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> store.write(tx -> tx.update("UPDATE things SET number = ?", 1, "jane")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void otherKindsOfParametersAreRefused() {
        assertThatThrownBy(() -> store.write(tx -> tx.update("UPDATE things SET number = ?", 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Double");
    }

    @Test
    void aTransactionIsOverWhenItsClosureIs() {
        AtomicReference<@Nullable Tx> kept = new AtomicReference<>();
        store.write(tx -> {
            kept.set(tx);
            return 1;
        });
        Tx late = kept.get();

        assertThat(late).isNotNull();
        assertThatThrownBy(() -> late.update("DELETE FROM things"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("over");
    }

    @Test
    void aRowReaderRunsNoStatements() {
        insert("jane", 1L, true, null, NOW);

        assertThatThrownBy(() ->
                        store.write(tx -> tx.list("SELECT name FROM things", _ -> tx.update("DELETE FROM things"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("row reader");
        assertThat(names()).containsExactly("jane");
    }

    @Test
    void aClosedStoreRefuses() {
        store.close();

        assertThatThrownBy(() -> store.write(_ -> 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> store.read(_ -> 1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void moreStatementsThanAreKeptStillWork() {
        for (int i = 0; i < 600; i++) {
            String sql = "SELECT " + i % 300 + " + CAST(? AS BIGINT)";
            long expected = i % 300 + 1L;
            assertThat(store.<@Nullable Long>read(tx -> tx.first(sql, row -> row.number(1), 1L)))
                    .isEqualTo(expected);
        }
    }

    private void insert(
            String name,
            @Nullable Object number,
            @Nullable Boolean flag,
            byte @Nullable [] bytes,
            @Nullable Instant moment) {
        store.write(tx -> tx.update(
                "INSERT INTO things (name, number, flag, bytes, moment) VALUES (?, ?, ?, ?, ?)",
                name,
                number,
                flag,
                bytes,
                moment));
    }

    private List<String> names() {
        return store.read(tx -> tx.list("SELECT name FROM things ORDER BY name", row -> row.string(1)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inAnotherThread(Runnable action) {
        try {
            Thread.ofVirtual().start(action).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
