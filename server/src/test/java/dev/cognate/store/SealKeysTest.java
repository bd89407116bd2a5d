package dev.cognate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.KeyRing;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class SealKeysTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    private Store store;
    private SealKeys keys;

    abstract Store open();

    @BeforeEach
    void openTheStore() {
        store = open();
        keys = new SealKeys(store, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theFirstKeyIsRememberedOnce() {
        KeyRing ring = KeyRing.of(RANDOM, newKey());

        keys.admit(ring);
        keys.admit(ring);

        assertThat(store.<List<String>>read(tx -> tx.list(
                        "SELECT key_id, proof, created_at FROM seal_keys",
                        row -> row.string(1) + " " + ring.proves(row.bytes(2)) + " " + row.instant(3))))
                .containsExactly(ring.keyId() + " true " + NOW);
    }

    @Test
    void anotherKeyIsRefusedAndNotRemembered() {
        String key = newKey();
        keys.admit(KeyRing.of(RANDOM, key));
        KeyRing other = KeyRing.of(RANDOM, newKey());

        assertThatThrownBy(() -> keys.admit(other))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("sealed with another key")
                .hasMessageContaining("COGNATE_SEAL_KEY");
        assertThatThrownBy(() -> keys.admit(other)).isInstanceOf(StoreUnavailable.class);
        keys.admit(KeyRing.of(RANDOM, key));
    }

    @Test
    void aRotatedRingIsAdmittedAndSoIsItsNewKeyAlone() {
        String old = newKey();
        String fresh = newKey();
        keys.admit(KeyRing.of(RANDOM, old));

        keys.admit(KeyRing.of(RANDOM, fresh, old));
        keys.admit(KeyRing.of(RANDOM, fresh));

        assertThat(store.<List<String>>read(tx -> tx.list("SELECT key_id FROM seal_keys", row -> row.string(1))))
                .hasSize(2);
    }

    private static String newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
