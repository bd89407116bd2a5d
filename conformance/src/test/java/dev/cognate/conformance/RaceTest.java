package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 32 clients present one code at the same time: exactly one confirms. 15 times, 1,000 times in full. */
class RaceTest {
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 15;
    private static final int CLIENTS = 32;

    @TempDir
    private Path folder;

    @Test
    void oneOfThirtyTwoConfirms() throws Exception {
        try (Program program = Program.start(folder, "--demo", "--limits", "off", "--access-log", "off")) {
            race(List.of(program), ROUNDS);
        }
    }

    /** Two servers on one PostgreSQL: a code that one sent is confirmed by either, exactly once. */
    @Test
    void oneOfThirtyTwoConfirmsOverTwoServersOnOnePostgres() throws Exception {
        try (EmbeddedPostgres postgres = postgres()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            // Nodes that share a database share the key that seals it.
            String[] options = {
                "--demo",
                "--limits",
                "off",
                "--access-log",
                "off",
                "--store",
                url,
                "--store-user",
                "postgres",
                "--seal-key-file",
                folder.resolve("seal.key").toString()
            };
            try (Program one = Program.start(folder.resolve("one"), options);
                    Program two = Program.start(folder.resolve("two"), options)) {
                race(List.of(one, two), Math.max(5, ROUNDS / 5));
            }
        } catch (IOException failure) {
            throw new AssertionError("PostgreSQL did not start", failure);
        }
    }

    /** On a port that nothing else is given meanwhile, and with more than ten seconds for its start. */
    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(FreePort.any())
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    private static void race(List<Program> servers, int rounds) throws InterruptedException, ExecutionException {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 1; round <= rounds; round++) {
                String user = "racer" + round;
                signUp(servers.getFirst(), user);
                String code = code(servers.getLast(), user);
                List<Callable<Integer>> attempts = IntStream.range(0, CLIENTS)
                        .<Callable<Integer>>mapToObj(i -> () -> servers.get(i % servers.size())
                                .call("ConfirmSignUp", body(user, ",\"ConfirmationCode\":\"" + code + "\""))
                                .status())
                        .toList();
                int confirmed = 0;
                for (Future<Integer> attempt : clients.invokeAll(attempts)) {
                    int status = attempt.get();
                    assertThat(status).isIn(200, 400);
                    confirmed += status == 200 ? 1 : 0;
                }
                assertThat(confirmed).as("round " + round).isEqualTo(1);
            }
        }
    }

    private static void signUp(Program server, String user) {
        assertThat(server.call(
                                "SignUp",
                                body(
                                        user,
                                        ",\"Password\":\"Corr3ct-Horse!\",\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\""
                                                + user + "@example.com\"}]"))
                        .status())
                .isEqualTo(200);
    }

    private static String code(Program server, String user) {
        String path = "/_cognate/messages?username=" + user;
        return Awaited.sight(
                "message to " + user,
                () -> Optional.of(server.get(path))
                        .filter(messages -> messages.body().contains("\"code\""))
                        .map(messages -> messages.member("code")));
    }

    private static String body(String user, String more) {
        return "{\"ClientId\":\"" + Program.CLIENT + "\",\"Username\":\"" + user + "\"" + more + "}";
    }
}
