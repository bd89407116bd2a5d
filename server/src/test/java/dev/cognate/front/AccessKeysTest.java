package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Access keys on each of the two databases. */
abstract class AccessKeysTest {
    private final TestClock clock = new TestClock();

    @TempDir
    private Path folder;

    private Store store;
    private AccessKeys keys;

    abstract Store open(Path data);

    @BeforeEach
    void openStore() {
        store = open(folder.resolve("data"));
        keys = keys();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private AccessKeys keys() {
        SecureRandom random = new SecureRandom();
        KeyRing ring = KeyRing.open(folder.resolve("seal.key"), random);
        return new AccessKeys(store, ring, new Randomness(random, clock), clock);
    }

    @Test
    void aKeyIsFoundWithItsSecret() {
        AccessKey.Created created = keys.create("the pipeline");

        assertThat(created.key().id()).matches("AKIA[A-Z0-9]{16}");
        assertThat(created.secret().value()).hasSize(40);
        assertThat(keys.find(created.key().id())).isEqualTo(created.secret());
        assertThat(keys().find(created.key().id())).as("after a restart").isEqualTo(created.secret());
    }

    @Test
    void keysAreListedWithoutSecretsOldestFirst() {
        AccessKey first = keys.create("first").key();
        clock.advance(Duration.ofSeconds(1));
        AccessKey second = keys.create("second").key();

        assertThat(keys.list()).containsExactly(first, second);
        assertThat(first.createdAt()).isEqualTo(TestClock.START);
    }

    @Test
    void theSecretIsSealedInTheStoreAndMaskedWhenPrinted() {
        AccessKey.Created created = keys.create("sealed");

        byte[] sealed = Objects.requireNonNull(
                store.read(tx -> AccessKeysTable.sealed(tx, created.key().id())));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(created.secret().value());
        assertThat(created.toString())
                .contains(created.key().id())
                .doesNotContain(created.secret().value());
    }

    @Test
    void aDeletedKeyIsNotFoundAnyMore() {
        AccessKey.Created created = keys.create("short-lived");
        assertThat(keys.find(created.key().id())).isNotNull();

        assertThat(keys.delete(created.key().id())).isTrue();
        assertThat(keys.find(created.key().id())).isNull();
        assertThat(keys.delete(created.key().id())).isFalse();
        assertThat(keys.list()).isEmpty();
    }

    @Test
    void whatAnotherNodeDoesIsSeenAfterTwoSeconds() {
        AccessKeys otherNode = keys();
        AccessKey.Created created = keys.create("shared");
        assertThat(otherNode.find(created.key().id())).isNotNull();
        assertThat(otherNode.find("AKIALATER")).isNull();

        keys.delete(created.key().id());
        clock.advance(Duration.ofMillis(1999));
        assertThat(otherNode.find(created.key().id())).isNotNull();
        clock.advance(Duration.ofMillis(2));
        assertThat(otherNode.find(created.key().id())).isNull();
    }
}
