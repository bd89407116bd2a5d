package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 under load, again and again on the same folder: nothing that was acknowledged is lost, and no code works that was
 * replaced. 3 rounds, 200 in full.
 */
class KillTest {
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 200 : 3;
    private static final int CLIENTS = 8;
    private static final int CHECKED = 12;
    private static final int PATIENCE_SECONDS = 120;
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\d{6})\"");
    private static final long SEED = 20260301;

    @TempDir
    private Path folder;

    /** What the server acknowledged to a user. */
    private enum Acknowledged {
        SIGNED_UP,
        RESENT,
        CONFIRMED
    }

    private final AtomicInteger users = new AtomicInteger();
    private final Random random = new Random(SEED);

    @Test
    void nothingAcknowledgedIsLost() throws InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
            try (Program program = Program.start(folder, "--demo", "--limits", "off", "--access-log", "off")) {
                int enough = 40 + random.nextInt(160);
                load(program, acknowledged, enough);
            }
            try (Program program = Program.start(folder, "--demo", "--limits", "off", "--access-log", "off")) {
                check(program, acknowledged, round);
            }
        }
    }

    /** Signs users up, resends, and confirms every third, until so many steps are acknowledged; then kills. */
    private void load(Program program, Map<String, Acknowledged> acknowledged, int enough) throws InterruptedException {
        CountDownLatch steps = new CountDownLatch(enough);
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> clients = IntStream.range(0, CLIENTS)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> {
                    try {
                        while (!over.get()) {
                            life(program, acknowledged, steps);
                        }
                    } catch (UncheckedIOException killed) {
                        over.set(true);
                    }
                }))
                .toList();
        boolean enoughToKill = steps.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        program.kill();
        over.set(true);
        for (Thread client : clients) {
            client.join();
        }
        assertThat(enoughToKill).as("steps acknowledged in time").isTrue();
    }

    private void life(Program program, Map<String, Acknowledged> acknowledged, CountDownLatch steps) {
        int number = users.incrementAndGet();
        String user = "user" + number;
        if (signUp(program, user) == 200) {
            acknowledged.put(user, Acknowledged.SIGNED_UP);
            steps.countDown();
        }
        if (resend(program, user).status() == 200) {
            acknowledged.put(user, Acknowledged.RESENT);
            steps.countDown();
        }
        if (number % 3 == 0) {
            List<String> codes = codes(program, user);
            if (!codes.isEmpty() && confirm(program, user, codes.getFirst()).status() == 200) {
                acknowledged.put(user, Acknowledged.CONFIRMED);
                steps.countDown();
            }
        }
    }

    private void check(Program program, Map<String, Acknowledged> acknowledged, int round) {
        assertThat(acknowledged).isNotEmpty();
        acknowledged.forEach((user, last) -> {
            String shown = program.call(
                            "AdminGetUser", "{\"UserPoolId\":\"us-east-1_COGNATE01\",\"Username\":\"" + user + "\"}")
                    .body();
            // One more step may have been done without its answer having arrived.
            String status = last == Acknowledged.CONFIRMED ? "CONFIRMED" : "CONFIRMED|UNCONFIRMED";
            assertThat(shown).as("round %d, %s", round, user).containsPattern("\"UserStatus\":\"(" + status + ")\"");
        });
        acknowledged.entrySet().stream()
                .filter(entry -> entry.getValue() == Acknowledged.RESENT)
                .limit(CHECKED)
                .forEach(entry -> checkCodes(program, entry.getKey(), round));
    }

    /** Both messages arrive; the newer code confirms and the older does not. */
    private void checkCodes(Program program, String user, int round) {
        List<String> codes = awaitCodes(program, user, 2);
        if (!codes.getLast().equals(codes.getFirst())) {
            assertThat(confirm(program, user, codes.getLast()).status())
                    .as("round %d: an old code of %s", round, user)
                    .isEqualTo(400);
        }
        Program.Answer answer = confirm(program, user, codes.getFirst());
        assertThat(answer.status() == 200 || answer.body().contains("Current status is CONFIRMED"))
                .as("round %d: the last code of %s: %s", round, user, answer.body())
                .isTrue();
    }

    private static List<String> awaitCodes(Program program, String user, int wanted) {
        return Awaited.sight(
                wanted + " messages to " + user,
                () -> Optional.of(codes(program, user)).filter(codes -> codes.size() >= wanted));
    }

    private static List<String> codes(Program program, String user) {
        return CODE.matcher(program.get("/_cognate/messages?username=" + user).body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int signUp(Program program, String user) {
        return program.call("SignUp", """
                        {"ClientId":"%s","Username":"%s","Password":"Corr3ct-Horse!","UserAttributes":[{"Name":"email","Value":"%s@example.com"}]}""".formatted(Program.CLIENT, user, user)).status();
    }

    private static Program.Answer resend(Program program, String user) {
        return program.call(
                "ResendConfirmationCode", "{\"ClientId\":\"" + Program.CLIENT + "\",\"Username\":\"" + user + "\"}");
    }

    private static Program.Answer confirm(Program program, String user, String code) {
        return program.call(
                "ConfirmSignUp",
                "{\"ClientId\":\"" + Program.CLIENT + "\",\"Username\":\"" + user + "\",\"ConfirmationCode\":\"" + code
                        + "\"}");
    }
}
