package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

final class MigrationsTest {
    @TempDir
    Path folder;

    @Test
    void bothDatabasesHaveTheSameStepsAndTheProgramKnowsTheLast() throws Exception {
        List<String> sqlite = steps("/db/sqlite");

        assertThat(steps("/db/postgresql")).isEqualTo(sqlite);
        for (int i = 0; i < sqlite.size(); i++) {
            assertThat(sqlite.get(i)).startsWith("V" + (i + 1) + "__");
        }
        assertThat(sqlite).hasSize(Migrations.NEWEST);
    }

    @Test
    void bothDatabasesHaveTheSameTablesAndColumns() {
        try (Store sqlite = TestStores.sqlite(folder);
                Store postgres = TestStores.postgres()) {
            List<String> columns = sqlite.read(tx -> tx.list("""
                    SELECT m.name || '.' || c.name || CASE c."notnull" WHEN 1 THEN ' required' ELSE '' END
                    FROM sqlite_master m JOIN pragma_table_info(m.name) c
                    WHERE m.type = 'table' AND m.name NOT LIKE 'flyway%'""", row -> row.string(1)));

            assertThat(postgres.<List<String>>read(tx -> tx.list("""
                            SELECT table_name || '.' || column_name
                                || CASE is_nullable WHEN 'NO' THEN ' required' ELSE '' END
                            FROM information_schema.columns
                            WHERE table_schema = 'public' AND table_name NOT LIKE 'flyway%'""", row -> row.string(1))))
                    .containsExactlyInAnyOrderElementsOf(columns)
                    .contains("users.username required", "codes.hash");
        }
    }

    @Test
    void textsAreOrderedByTheirBytesInBothDatabases() {
        List<String> names = List.of("a", "B", "_", "ä", "Z", "z", "10", "9", "-");
        try (Store sqlite = TestStores.sqlite(folder);
                Store postgres = TestStores.postgres()) {
            assertThat(ordered(sqlite, names))
                    .isEqualTo(ordered(postgres, names))
                    .containsExactly("-", "10", "9", "B", "Z", "_", "a", "z", "ä");
        }
    }

    private static List<String> ordered(Store store, List<String> names) {
        return store.write(tx -> {
            names.forEach(name ->
                    tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES (?, ?)", name, "us-east-1_x"));
            return tx.list("SELECT client_id FROM client_pools ORDER BY client_id", row -> row.string(1));
        });
    }

    @Test
    void makingTheTablesIsQuiet() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> events = new ListAppender<>();
        events.start();
        root.addAppender(events);
        try {
            TestStores.sqlite(folder).close();
        } finally {
            root.detachAppender(events);
        }

        assertThat(events.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.INFO));
    }

    private static List<String> steps(String folder) throws Exception {
        Path path = Path.of(
                Objects.requireNonNull(MigrationsTest.class.getResource(folder)).toURI());
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.comparingInt(MigrationsTest::number))
                    .toList();
        }
    }

    private static int number(String file) {
        return Integer.parseInt(file.substring(1, file.indexOf("__")));
    }
}
