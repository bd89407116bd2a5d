package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that cannot be used: each time a clear refusal, and nothing damaged. */
final class SqliteFolderTest {
    @TempDir
    Path folder;

    @Test
    void aSecondStoreInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        try (Store first = TestStores.sqlite(folder)) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> TestStores.sqlite(folder))
                        .isInstanceOf(StoreUnavailable.class)
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("in use by this same process");
            }
            try (Appender other = Appender.start(folder)) {
                assertThat(other.output())
                        .singleElement()
                        .asString()
                        .contains("in use by process " + ProcessHandle.current().pid());
            }
            write(first, "still open");
        }
        try (Store again = TestStores.sqlite(folder)) {
            assertThat(clients(again)).containsExactly("still open");
        }
    }

    @Test
    void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
        try (Appender other = Appender.start(folder)) {
            other.acknowledged(1);

            assertThatThrownBy(() -> TestStores.sqlite(folder))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by process " + other.pid())
                    .hasMessageContaining("another data folder");
        }
        TestStores.sqlite(folder).close();
    }

    @Test
    void aPlaceBelowAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> SqliteStore.open(file.resolve("data"), StoreSettings.defaults()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file.resolve("data").toString());
        assertThatThrownBy(() -> SqliteStore.open(file, StoreSettings.defaults()))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void aFolderInWhichNothingCanBeMadeIsRefused() throws Exception {
        // Permissions do not bind an administrator; a folder where the lock file should be binds everybody.
        Files.createDirectory(folder.resolve("cognate.lock"));

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void aDataFileThatCannotBeOpenedIsRefusedAndTheFolderIsGivenBack() throws Exception {
        Path file = Files.createDirectory(folder.resolve("cognate.db"));

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("permissions");

        Files.delete(file);
        TestStores.sqlite(folder).close();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("cognate.db");
        byte[] text = "These are my notes, not a database.\n".repeat(400).getBytes(StandardCharsets.US_ASCII);
        Files.write(file, text);

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("backup");
        assertThat(file).hasBinaryContent(text);
    }

    @Test
    void aDamagedFileIsRefusedAndLeftAsItIs() throws Exception {
        Path file = folder.resolve("cognate.db");
        try (Store store = TestStores.sqlite(folder)) {
            write(store, "jane");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[4000]), 100); // The page of the schema.
        }
        byte[] damaged = Files.readAllBytes(file);

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("damaged");
        assertThat(file).hasBinaryContent(damaged);
    }

    @Test
    void aDatabaseOfAnotherProgramIsRefusedAndKeepsItsTables() throws Exception {
        String address = "jdbc:sqlite:" + folder.resolve("cognate.db");
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notes (text TEXT)");
        }

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("something else");
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM sqlite_master")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("notes");
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void aNewerSchemaIsRefusedAndLeftAsItIs() {
        try (Store store = TestStores.sqlite(folder)) {
            write(store, "jane");
            store.write(tx -> tx.update("UPDATE flyway_schema_history SET version = '99'"));
        }

        assertThatThrownBy(() -> TestStores.sqlite(folder))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("99");
    }

    @Test
    void onAFullDiskWritesFailReadsGoOnAndWritesWorkAgainWhenThereIsRoom() {
        StoreSettings small = StoreSettings.defaults().withMaxBytes(900_000);
        try (Store store = SqliteStore.open(folder, small)) {
            write(store, "before");

            assertThatThrownBy(() -> fill(store, "first "))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no room")
                    .hasMessageContaining("Reads go on");
            List<String> held = clients(store);
            assertThat(held).contains("before").hasSizeGreaterThan(5);
            assertThatThrownBy(() -> fill(store, "second ")).isInstanceOf(StoreException.class);
            assertThat(clients(store)).containsAll(held);

            store.write(tx -> tx.update("DELETE FROM client_pools WHERE client_id <> 'before'"));
            write(store, "after");
            assertThat(clients(store)).containsExactly("after", "before");
        }
        try (Store store = TestStores.sqlite(folder)) {
            assertThat(clients(store)).containsExactly("after", "before");
            assertThat(store.<List<String>>read(tx -> tx.list("PRAGMA integrity_check", row -> row.string(1))))
                    .containsExactly("ok");
        }
    }

    @Test
    void aClosureTooLargeForTheDiskHarmsNoneOfThoseBesideIt() throws Exception {
        try (Store store = SqliteStore.open(folder, StoreSettings.defaults().withMaxBytes(900_000))) {
            List<String> outcomes = Crowd.of(40, i -> {
                String name = "client " + i;
                try {
                    write(store, name, i % 10 == 0 ? 1_000_000 : 10);
                    return name;
                } catch (StoreException e) {
                    assertThat(e).hasMessageContaining("no room");
                    return "refused";
                }
            });

            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.equals("refused"))
                    .hasSize(4);
            assertThat(clients(store))
                    .containsExactlyInAnyOrderElementsOf(outcomes.stream()
                            .filter(outcome -> !outcome.equals("refused"))
                            .toList());
        }
    }

    /** Writes ten times what there is room for. */
    private static void fill(Store store, String name) {
        for (int i = 0; i < 120; i++) {
            write(store, name + i, 50_000);
        }
    }

    private static void write(Store store, String client) {
        write(store, client, 10);
    }

    private static void write(Store store, String client, int size) {
        store.write(tx ->
                tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES (?, ?)", client, "x".repeat(size)));
    }

    private static List<String> clients(Store store) {
        return store.read(tx -> tx.list("SELECT client_id FROM client_pools ORDER BY client_id", row -> row.string(1)));
    }
}
