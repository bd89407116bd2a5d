package dev.cognate.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String OLD_KEY = newKey();
    private static final String NEW_KEY = newKey();
    private static final byte[] SECRET = "the secret of the client".getBytes(UTF_8);

    private final KeyRing ring = KeyRing.of(RANDOM, OLD_KEY);

    @Test
    void whatIsSealedIsOpened() {
        assertThat(ring.open(ring.seal(SECRET, "client-secret"), "client-secret"))
                .isEqualTo(SECRET);
        assertThat(ring.open(ring.seal(new byte[0], "nothing"), "nothing")).isEmpty();
    }

    @Test
    void theSealedFormIsAlwaysNewAndShowsNothing() {
        byte[] one = ring.seal(SECRET, "client-secret");
        byte[] other = ring.seal(SECRET, "client-secret");

        assertThat(one).hasSize(SECRET.length + 45).isNotEqualTo(other);
        assertThat(new String(one, UTF_8)).doesNotContain("secret");
    }

    @Test
    void aSealForOnePurposeDoesNotOpenForAnother() {
        byte[] sealed = ring.seal(SECRET, "client-secret");

        assertThatThrownBy(() -> ring.open(sealed, "message"))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("message");
    }

    @Test
    void everyChangedBitIsNoticed() {
        byte[] sealed = ring.seal(SECRET, "client-secret");

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> ring.open(changed, "client-secret")).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void everyTruncationIsNoticed() {
        byte[] sealed = ring.seal(SECRET, "client-secret");

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> ring.open(cut, "client-secret")).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void theFirstKeySealsAndAllOpen() {
        KeyRing rotated = KeyRing.of(RANDOM, NEW_KEY, OLD_KEY);
        KeyRing newOnly = KeyRing.of(RANDOM, NEW_KEY);
        byte[] before = ring.seal(SECRET, "client-secret");
        byte[] after = rotated.seal(SECRET, "client-secret");

        assertThat(rotated.open(before, "client-secret")).isEqualTo(SECRET);
        assertThat(newOnly.open(after, "client-secret")).isEqualTo(SECRET);
        assertThatThrownBy(() -> ring.open(after, "client-secret"))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("not in the key ring");
        assertThat(rotated.keyId()).isEqualTo(newOnly.keyId()).isNotEqualTo(ring.keyId());
    }

    @Test
    void hashesSurviveARotation() {
        KeyRing rotated = KeyRing.of(RANDOM, NEW_KEY, OLD_KEY);

        assertThat(rotated.hash("code", "pool", "123456")).isEqualTo(ring.hash("code", "pool", "123456"));
    }

    @Test
    void eachKeyHashesNewestFirst() {
        KeyRing rotated = KeyRing.of(RANDOM, NEW_KEY, OLD_KEY);

        assertThat(rotated.hashes("device", "jane"))
                .containsExactly(
                        KeyRing.of(RANDOM, NEW_KEY).hash("device", "jane"),
                        KeyRing.of(RANDOM, OLD_KEY).hash("device", "jane"));
    }

    @Test
    void aHashDependsOnKeyPurposeAndEachPart() {
        byte[] hash = ring.hash("code", "ab", "c");

        assertThat(hash).hasSize(32).isEqualTo(ring.hash("code", "ab", "c"));
        assertThat(hash).isNotEqualTo(ring.hash("code", "a", "bc"));
        assertThat(hash).isNotEqualTo(ring.hash("code", "abc"));
        assertThat(hash).isNotEqualTo(ring.hash("code", "ab", "c", ""));
        assertThat(hash).isNotEqualTo(ring.hash("token", "ab", "c"));
        assertThat(hash).isNotEqualTo(KeyRing.of(RANDOM, NEW_KEY).hash("code", "ab", "c"));
    }

    @Test
    void aProofIsRecognisedByItsKeyOnly() {
        byte[] proof = ring.proof();

        assertThat(KeyRing.of(RANDOM, OLD_KEY).proves(proof)).isTrue();
        assertThat(KeyRing.of(RANDOM, NEW_KEY, OLD_KEY).proves(proof)).isTrue();
        assertThat(KeyRing.of(RANDOM, NEW_KEY).proves(proof)).isFalse();
        assertThat(ring.proves(ring.seal(SECRET, "client-secret"))).isFalse();
        assertThat(ring.proves(new byte[0])).isFalse();
    }

    @Test
    void oneTextMayHoldSeveralKeys() {
        KeyRing rotated = KeyRing.of(RANDOM, NEW_KEY + ", " + OLD_KEY + "\n");

        assertThat(rotated.open(ring.seal(SECRET, "client-secret"), "client-secret"))
                .isEqualTo(SECRET);
    }

    @Test
    void aBadKeyIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> KeyRing.of(RANDOM, "c2hvcnQ="))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("32 bytes")
                .hasMessageNotContaining("c2hvcnQ");
        assertThatThrownBy(() -> KeyRing.of(RANDOM, "not!base64"))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining("!")
                .hasNoCause();
        assertThatThrownBy(() -> KeyRing.of(RANDOM)).isInstanceOf(UnusableKey.class);
        assertThatThrownBy(() -> KeyRing.of(RANDOM, OLD_KEY, OLD_KEY))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("twice");
    }

    @Test
    void printingShowsNoKey() {
        assertThat(ring.toString()).isEqualTo("KeyRing[1 keys]").doesNotContain(OLD_KEY);
    }

    @Test
    void manyThreadsSealAtOnce() throws Exception {
        Set<String> seals = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, 2_000)
                    .mapToObj(i -> threads.submit(() -> {
                        byte[] plain = ("message " + i).getBytes(UTF_8);
                        byte[] sealed = ring.seal(plain, "message");
                        seals.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(sealed, 5, 29)));
                        assertThat(ring.open(sealed, "message")).isEqualTo(plain);
                    }))
                    .toList();
            for (var task : tasks) {
                task.get();
            }
        }
        assertThat(seals).hasSize(2_000);
    }

    private static String newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
