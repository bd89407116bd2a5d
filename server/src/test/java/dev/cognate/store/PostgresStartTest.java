package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** PostgreSQL that is shared, lost, clashing or not there. */
final class PostgresStartTest {
    private static final String TOUCH = "UPDATE client_pools SET pool_id = ? WHERE client_id = 'client'";

    private final String database = TestPostgres.freshDatabase();

    @Test
    void serversThatStartTogetherOnAnEmptyDatabaseAllComeUp() throws Exception {
        List<Store> stores = Crowd.of(4, _ -> TestStores.postgres(database));

        Crowd.of(
                4,
                number -> stores.get(number)
                        .write(tx -> tx.update(
                                "INSERT INTO client_pools (client_id, pool_id) VALUES (?, 'pool')",
                                "client " + number)));
        for (Store store : stores) {
            assertThat(store.<List<String>>read(tx ->
                            tx.list("SELECT client_id FROM client_pools ORDER BY client_id", row -> row.string(1))))
                    .containsExactly("client 0", "client 1", "client 2", "client 3");
            store.close();
        }
    }

    @Test
    void aTransactionThatAnotherOneOvertookIsRunAgain() {
        try (Store store = TestStores.postgres(database)) {
            store.write(tx -> tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('client', 'start')"));
            AtomicInteger runs = new AtomicInteger();

            String seen = store.write(tx -> {
                String before = tx.list("SELECT pool_id FROM client_pools", row -> row.string(1))
                        .getFirst();
                if (runs.incrementAndGet() == 1) {
                    outside("UPDATE client_pools SET pool_id = 'overtaken'");
                }
                tx.update(TOUCH, before + " and on");
                return before;
            });

            assertThat(runs).hasValue(2);
            assertThat(seen).isEqualTo("overtaken");
            assertThat(store.<List<String>>read(
                            tx -> tx.list("SELECT pool_id FROM client_pools", row -> row.string(1))))
                    .containsExactly("overtaken and on");
        }
    }

    @Test
    void aTransactionThatIsAlwaysOvertakenFailsWithTheEarlierFailuresAtHand() {
        try (Store store = TestStores.postgres(database)) {
            store.write(tx -> tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('client', 'start')"));
            AtomicInteger runs = new AtomicInteger();

            assertThatThrownBy(() -> store.write(tx -> {
                        tx.list("SELECT pool_id FROM client_pools", row -> row.string(1));
                        outside("UPDATE client_pools SET pool_id = 'overtaken " + runs.incrementAndGet() + "'");
                        return tx.update(TOUCH, "mine");
                    }))
                    .isInstanceOf(StoreException.class)
                    .satisfies(e -> assertThat(e.getSuppressed()).hasSize(Retries.ATTEMPTS - 1));
            assertThat(runs).hasValue(Retries.ATTEMPTS);
        }
    }

    @Test
    void aLostConnectionFailsTheWriteAndTheNextOneHasANewConnection() {
        try (Store store = TestStores.postgres(database)) {
            assertThatThrownBy(() -> store.write(tx -> {
                        tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('lost', 'pool')");
                        outside("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                        return tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('too', 'pool')");
                    }))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("connection to PostgreSQL is lost");

            store.write(tx -> tx.update("INSERT INTO client_pools (client_id, pool_id) VALUES ('kept', 'pool')"));
            assertThat(store.<List<String>>write(
                            tx -> tx.list("SELECT client_id FROM client_pools", row -> row.string(1))))
                    .containsExactly("kept");
        }
    }

    @Test
    void aValueThatDoesNotFitIsNotShown() {
        try (Store store = TestStores.postgres(database)) {
            assertThatThrownBy(() -> store.write(tx -> tx.update(
                            "INSERT INTO daily_emails (day, sent) VALUES ('today', CAST(? AS BIGINT))", "my secret")))
                    .isInstanceOf(StoreException.class)
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        TestStores.postgres(database).close();
        outside("UPDATE flyway_schema_history SET version = '99'");

        assertThatThrownBy(() -> TestStores.postgres(database))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("99");
    }

    @Test
    void aDatabaseThatIsNotThereIsRefusedWithoutShowingThePassword() {
        StoreSettings settings = StoreSettings.defaults();

        assertThatThrownBy(
                        () -> PostgresStore.open("jdbc:postgresql://127.0.0.1:1/none", "jane", "pass-word", settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("pass-word");
        assertThatThrownBy(() -> PostgresStore.open(database + "_missing", null, null, settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be reached");
        assertThatThrownBy(() -> PostgresStore.open("mysql://jane:pass-word@host/none", null, null, settings))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("jdbc:postgresql://")
                .hasMessageNotContaining("pass-word");
    }

    /** Runs a statement on a connection of its own, as another program would. */
    private void outside(String sql) {
        try (var connection = DriverManager.getConnection(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
