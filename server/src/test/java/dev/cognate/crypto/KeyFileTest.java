package dev.cognate.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void theFirstStartMakesAFileThatOnlyItsOwnerCanRead() throws Exception {
        Path file = folder.resolve("new/seal.key");

        KeyRing ring = KeyRing.open(file, RANDOM);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(KeyRing.open(file, RANDOM).proves(ring.proof())).isTrue();
        try (var files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void twoFilesHoldTwoKeys() {
        KeyRing one = KeyRing.open(folder.resolve("one.key"), RANDOM);
        KeyRing other = KeyRing.open(folder.resolve("other.key"), RANDOM);

        assertThat(one.proves(other.proof())).isFalse();
    }

    @Test
    void aFileThatOthersMayReadIsRefusedWithTheCommandThatClosesIt() throws Exception {
        Path file = folder.resolve("seal.key");
        KeyRing.open(file, RANDOM);

        for (String permissions : List.of("rw-r-----", "rw----r--", "rw--w----")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            assertThatThrownBy(() -> KeyRing.open(file, RANDOM))
                    .isInstanceOf(UnusableKey.class)
                    .hasMessageContaining("chmod 600 " + file);
        }
    }

    @Test
    void severalKeysAreReadNewestFirst() throws Exception {
        Path file = folder.resolve("seal.key");
        KeyRing before = KeyRing.open(file, RANDOM);
        Path fresh = folder.resolve("fresh.key");
        KeyRing.open(fresh, RANDOM);

        Files.writeString(file, Files.readString(fresh) + "\n  " + Files.readString(file));
        KeyRing after = KeyRing.open(file, RANDOM);

        assertThat(after.open(before.seal("text".getBytes(UTF_8), "test"), "test"))
                .isEqualTo("text".getBytes(UTF_8));
        assertThat(after.keyId()).isEqualTo(KeyRing.open(fresh, RANDOM).keyId());
        assertThat(after.hash("test", "text")).isEqualTo(before.hash("test", "text"));
    }

    @Test
    void aFileWithoutAKeyIsRefusedAndKept() throws Exception {
        Path file = folder.resolve("seal.key");
        KeyRing.open(file, RANDOM);
        Files.writeString(file, "# nothing\n");

        assertThatThrownBy(() -> KeyRing.open(file, RANDOM)).isInstanceOf(UnusableKey.class);
        assertThat(file).hasContent("# nothing\n");
    }

    @Test
    void aPlaceWhereNoFileCanBeMadeIsNamed() throws Exception {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> KeyRing.open(notAFolder.resolve("seal.key"), RANDOM))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining(notAFolder.resolve("seal.key").toString());
    }

    @Test
    void startsAtTheSameMomentAgreeOnOneKey() throws Exception {
        Path file = folder.resolve("seal.key");
        int starts = 16;
        CyclicBarrier together = new CyclicBarrier(starts);
        try (ExecutorService threads = Executors.newFixedThreadPool(starts)) {
            List<Future<KeyRing>> rings = IntStream.range(0, starts)
                    .mapToObj(_ -> threads.submit(() -> {
                        together.await();
                        return KeyRing.open(file, RANDOM);
                    }))
                    .toList();
            byte[] proof = KeyRing.open(file, RANDOM).proof();
            for (Future<KeyRing> ring : rings) {
                assertThat(ring.get().proves(proof)).isTrue();
            }
        }
    }
}
