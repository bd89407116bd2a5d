package dev.cognate.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.crypto.KeyRing;
import dev.cognate.store.Store;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in a store; one subclass for each database. */
abstract class KmsKeysTest {
    private static final String ARN = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @TempDir
    Path folder;

    private Store store;
    private Kms kms;

    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        SecureRandom random = new SecureRandom();
        kms = new Kms(store, KeyRing.open(folder.resolve("seal.key"), random), random, CLOCK);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void keysAreListedAndFoundByIdAndArn() {
        KmsKey first = kms.createAs(ARN, "first");
        assertThat(first).isEqualTo(new KmsKey(ARN, "first", CLOCK.instant()));
        KmsKey second = kms.create("eu-west-1", "000000000001", "");
        assertThat(second.arn()).startsWith("arn:aws:kms:eu-west-1:000000000001:key/");
        assertThat(kms.list()).containsExactlyInAnyOrder(first, second);
        assertThat(kms.require(ARN).key()).isEqualTo(first);
        assertThat(kms.require(second.id()).key()).isEqualTo(second);
    }

    @Test
    void aKeyThatIsThereStaysAsItIs() {
        kms.createAs(ARN, "first");
        byte[] encrypted = kms.fresh(ARN, Map.of("a", "b")).encrypted();
        assertThat(kms.createAs(ARN, "again").description()).isEqualTo("first");
        assertThat(kms.decrypt(encrypted, Map.of("a", "b")).plain()).hasSize(32);
    }

    @Test
    void theSecretOfAKeyIsSealedInTheStore() {
        kms.createAs(ARN, "first");
        assertThat(kms.require(ARN).sealed()).hasSize(32 + 45);
    }

    @Test
    void whatIsNoKeyGivesNone() {
        assertThatExceptionOfType(NoDataKey.class)
                .isThrownBy(() -> kms.fresh(ARN, Map.of()))
                .withMessage("NotFoundException: Key '" + ARN + "' does not exist");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> kms.createAs("arn:aws:kms:us-east-1:1:alias/x", ""))
                .withMessageContaining("expected arn:aws:kms:<region>:<account>:key/<UUID in lower case>");
    }
}
