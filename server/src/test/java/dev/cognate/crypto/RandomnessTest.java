package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RandomnessTest {
    private static final Instant START = Instant.parse("2022-02-22T19:22:22Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Randomness randomness = new Randomness(new SecureRandom(), now::get);

    @Test
    void everyTextHasItsForm() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(randomness.code()).matches("[0-9]{6}");
            assertThat(randomness.clientId()).matches("[a-z0-9]{26}");
            assertThat(randomness.clientSecret()).matches("[a-z0-9]{51}");
            assertThat(randomness.poolSuffix()).matches("[0-9A-Za-z]{9}");
            assertThat(randomness.accessKeyId()).matches("AKIA[A-Z0-9]{16}");
            assertThat(randomness.secretAccessKey()).matches("[A-Za-z0-9/+]{40}");
        }
    }

    @Test
    void everyPasswordHasAllFourKinds() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(randomness.password(8))
                    .hasSize(8)
                    .containsPattern("[a-z]")
                    .containsPattern("[A-Z]")
                    .containsPattern("[0-9]")
                    .containsPattern("[^a-zA-Z0-9]");
        }
    }

    /** A password in a command would be an option, and in a sentence would lose its full stop. */
    @Test
    void noPasswordBeginsOrEndsWithASign() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(randomness.password(12)).matches("[A-Za-z0-9].{10}[A-Za-z0-9]");
        }
    }

    @Test
    void noTextComesTwice() {
        assertNoneTwice(randomness::clientId);
        assertNoneTwice(randomness::clientSecret);
        assertNoneTwice(randomness::poolSuffix);
        assertNoneTwice(randomness::secretAccessKey);
        assertNoneTwice(randomness::uuid);
        assertNoneTwice(() -> randomness.password(12));
    }

    @Test
    void everyDigitIsAsFrequentAtEveryPlaceOfACode() {
        int codes = 100_000;
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < codes; i++) {
            String code = randomness.code();
            for (int place = 0; place < 6; place++) {
                counts.merge(place + ":" + code.charAt(place), 1, Integer::sum);
            }
        }

        // 10,000 expected, standard deviation 95: eight deviations never happen by chance.
        assertThat(counts).hasSize(60);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(9_240, 10_760));
    }

    @Test
    void noCharacterIsFavouredByTheDrawing() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            randomness.clientId().chars().forEach(c -> counts.merge(c, 1, Integer::sum));
        }

        // 520,000 characters over 36: 14,444 expected, standard deviation 118; the remainder of a byte would give
        // 16,250.
        assertThat(counts).hasSize(36);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(13_500, 15_400));
    }

    @Test
    void aUuidIsOfVersionSevenAndBeginsWithTheTime() {
        UUID uuid = UUID.fromString(randomness.uuid());

        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(START.toEpochMilli());
        assertThat(uuid).hasToString(uuid.toString().toLowerCase(Locale.ROOT));
        // The example of RFC 9562, appendix A.6, has the same time.
        assertThat(uuid.toString()).startsWith("017f22e2-79b0-7");
    }

    @Test
    void uuidsAscendEvenWithinAMillisecondAndWhenTheClockIsSetBack() {
        List<String> sameMoment =
                Stream.generate(randomness::uuid).limit(10_000).toList();
        now.set(START.minusSeconds(60));
        List<String> earlier = Stream.generate(randomness::uuid).limit(10).toList();
        now.set(START.plusSeconds(60));
        List<String> later = Stream.generate(randomness::uuid).limit(10).toList();

        List<String> all =
                Stream.of(sameMoment, earlier, later).flatMap(List::stream).toList();
        assertThat(all).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyThreadsNeverShareAUuid() {
        Randomness shared = new Randomness(new SecureRandom(), InstantSource.fixed(START));

        List<String> uuids = IntStream.range(0, 50_000)
                .parallel()
                .mapToObj(_ -> shared.uuid().substring(0, 18)) // time and counter only
                .toList();

        assertThat(uuids).doesNotHaveDuplicates();
    }

    private static void assertNoneTwice(Supplier<String> texts) {
        assertThat(Stream.generate(texts).limit(5_000)).doesNotHaveDuplicates();
    }
}
