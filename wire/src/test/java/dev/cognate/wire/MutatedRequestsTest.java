package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.wire.model.Operations;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random requests, changed at random places, to all operations: each is accepted or refused by a fault of the protocol,
 * in bounded time. 10,000 by default, 200,000 in the full proofs; the seed of a failure is in its message.
 */
class MutatedRequestsTest {
    private static final int REQUESTS = "full".equals(System.getProperty("cognate.proofs")) ? 200_000 : 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999999999",
            "1e-999999999",
            "99999999999999999999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[[[[",
            "{\"a\":",
            "[null]",
            "{\"\":null}",
            "\u0000",
            "\uFEFF",
            "\"Username\":",
            "\"Value\":",
            "[\"code\"]",
            "{\"Name\":\"email\"}",
            "1.5",
            "\"a b\"");

    private final Map<String, Class<? extends Record>> inputs =
            Shapes.records().stream().collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    @Test
    void noRequestBreaksTheDecoder() {
        Map<String, Integer> outcomes = new TreeMap<>();
        for (long seed = 0; seed < REQUESTS; seed++) {
            outcomes.merge(outcome(seed), 1, Integer::sum);
        }

        assertThat(outcomes).containsOnlyKeys("accepted", "InvalidParameterException", "SerializationException");
        assertThat(outcomes.values()).as(outcomes.toString()).allMatch(count -> count > REQUESTS / 100);
    }

    private String outcome(long seed) {
        Random random = new Random(seed);
        OperationModel<?, ?> operation = Operations.ALL.get(random.nextInt(Operations.ALL.size()));
        byte[] body = mutated(request(operation, random), random);
        long start = System.nanoTime();
        try {
            JsonInput.decode(body, operation.input());
            return "accepted";
        } catch (Fault fault) {
            assertThat(fault.status()).isEqualTo(400);
            return fault.type();
        } catch (RuntimeException | StackOverflowError wrong) {
            throw new AssertionError("seed " + seed + ", " + operation.name(), wrong);
        } finally {
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(LONGEST);
        }
    }

    /** A request of random content; every other one has short plain text everywhere, which most rules allow. */
    private byte[] request(OperationModel<?, ?> operation, Random random) {
        Class<? extends Record> type =
                inputs.getOrDefault(operation.name() + "Request", inputs.get(operation.name() + "RequestType"));
        if (type == null) {
            throw new AssertionError("no input of " + operation.name());
        }
        String json = JsonOutput.text((Shape) Shapes.random(type, random));
        if (random.nextBoolean()) {
            json = json.replaceAll(":\"[^\"\\\\]*\"", ":\"" + plain(random) + "\"");
        }
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(Random random) {
        return random.nextBoolean()
                ? "us-east-1_Abc"
                : "abc" + Integer.toString(random.nextInt(1000), 36).toLowerCase(Locale.ROOT);
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] mutated = body;
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(mutated.length + 1);
            int end = Math.min(mutated.length, at + random.nextInt(6));
            mutated = switch (random.nextInt(5)) {
                case 0 -> joined(mutated, at, bytes(random), end);
                case 1 ->
                    joined(
                            mutated,
                            at,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                            at);
                case 2 ->
                    joined(
                            mutated,
                            at,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8),
                            end);
                case 3 -> joined(mutated, at, Arrays.copyOfRange(mutated, at, end), at);
                default -> Arrays.copyOf(mutated, random.nextInt(10) == 0 ? at : mutated.length);
            };
        }
        return mutated;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] body, int start, byte[] piece, int end) {
        byte[] joined = new byte[start + piece.length + body.length - end];
        System.arraycopy(body, 0, joined, 0, start);
        System.arraycopy(piece, 0, joined, start, piece.length);
        System.arraycopy(body, end, joined, start + piece.length, body.length - end);
        return joined;
    }
}
