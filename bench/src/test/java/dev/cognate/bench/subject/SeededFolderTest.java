package dev.cognate.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Outcome;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.subject.SeededFolder.Standing;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.StoreSettings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeededFolderTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path temporary;

    @Test
    void everyUserHasANameAnAddressAndALiveCode() {
        Path folder = temporary.resolve("data");
        SeededFolder.make(folder, 25, new SecureRandom(), CLOCK);

        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            assertThat(count(store, "users WHERE status = 'UNCONFIRMED' AND verifier IS NOT NULL"))
                    .isEqualTo(25);
            assertThat(count(store, "user_names WHERE kind = 'username'")).isEqualTo(25);
            assertThat(count(store, "user_search WHERE attribute = 'email'")).isEqualTo(25);
            assertThat(count(store, "codes WHERE hash IS NOT NULL AND sends = ''"))
                    .isEqualTo(25);
        }
    }

    @Test
    void usersCanBeInOtherStatesWithoutACode() {
        Path folder = temporary.resolve("data");
        Standing[] standings = Standing.values();
        SeededFolder.make(folder, 6, number -> standings[number / 2], new SecureRandom(), CLOCK);

        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            assertThat(count(store, "users WHERE status = 'UNCONFIRMED' AND enabled"))
                    .isEqualTo(2);
            assertThat(count(store, "users WHERE status = 'CONFIRMED' AND enabled"))
                    .isEqualTo(2);
            assertThat(count(store, "users WHERE status = 'CONFIRMED' AND NOT enabled"))
                    .isEqualTo(2);
            assertThat(count(store, "codes")).isEqualTo(2);
        }
    }

    @Test
    void theHourOfEverybodyBeginsAnew() {
        Path folder = temporary.resolve("data");
        SeededFolder.make(folder, 3, new SecureRandom(), CLOCK);

        try (SqliteStore server = SqliteStore.open(folder, StoreSettings.defaults())) {
            server.write(tx -> tx.update("UPDATE codes SET sends = '1 2 3 4 5'"));
            SeededFolder.forgetTheHour(folder);
            assertThat(count(server, "codes WHERE sends = ''")).isEqualTo(3);
        }
    }

    @Test
    void aDrawNamesEverybodyOnceBeforeAnybodyTwice() {
        Names.Draw draw = new Names.Draw(1_000, 1);

        assertThat(LongStream.range(0, 1_000).mapToObj(draw::username).collect(Collectors.toSet()))
                .isEqualTo(LongStream.range(0, 1_000).mapToObj(Names::username).collect(Collectors.toSet()));
        assertThat(draw.username(1_000)).isEqualTo(draw.username(0));
    }

    @Test
    void theEchoAnswersOverTheServersListener() throws Exception {
        try (Server echo = EchoServer.start(temporary)) {
            Outcome outcome = Load.run(
                    Plan.closedLoop(echo.address(), 2, Duration.ofSeconds(30)).atMost(50),
                    Asking.listUsers(echo).at(EchoServer.PATH));

            assertThat(outcome.succeeded()).isEqualTo(50);
            assertThat(echo.program().processorTime()).isPositive();
        }
    }

    @Test
    void theStoreAloneWritesAndCleansUp() throws Exception {
        Path folder = temporary.resolve("data");
        SeededFolder.make(folder, 20, new SecureRandom(), CLOCK);

        StoreLoad.Result result = StoreLoad.measure(folder, 4, true, Duration.ofMillis(100), Map.of());

        assertThat(result.perSecond()).isPositive();
        assertThat(SeededFolder.undelivered(folder)).isZero();
        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            assertThat(count(store, "codes WHERE sends <> ''")).isPositive();
        }
    }

    private static long count(SqliteStore store, String of) {
        Long number = store.read(tx -> tx.first("SELECT count(*) FROM " + of, row -> row.number(1)));
        return number == null ? 0 : number;
    }
}
