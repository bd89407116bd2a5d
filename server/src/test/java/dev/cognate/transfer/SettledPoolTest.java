package dev.cognate.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.store.TestStores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pools that were made through the API, with anything that they can have, go to another server whole. */
class SettledPoolTest {
    private static final String PASSPHRASE = "a horse that is correct";
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("another-key-another-key-another-".getBytes(StandardCharsets.US_ASCII));
    private static final int POOLS = "full".equals(System.getProperty("cognate.proofs")) ? 12 : 6;

    /** What users or operators have to do over days, or with devices: generated rows stand for it in PoolFilesTest. */
    private static final Set<Kept> ELSEWHERE = EnumSet.of(
            Kept.SIGNING_KEYS,
            Kept.RETIRED_KEYS,
            Kept.IMPORTED_HASHES,
            Kept.PENDING_ATTRIBUTES,
            Kept.USER_SETTINGS,
            Kept.SOFTWARE_TOKENS,
            Kept.PASSKEYS,
            Kept.DEVICES);

    @TempDir
    private Path folder;

    @Test
    void anExportOfTheImportedPoolIsTheSameAndSoIsWhatTheApiShows() throws IOException {
        KeyRing otherKeys = KeyRing.of(new SecureRandom(), OTHER_KEY);
        Set<String> seen = new TreeSet<>();
        try (TestServer here = TestServer.start();
                TestServer there = TestServer.on(
                        TestStores.sqlite(Files.createTempDirectory(folder, "there")), otherKeys, rules -> rules)) {
            PoolFiles ours = new PoolFiles(here.store(), here.keys());
            PoolFiles theirs = new PoolFiles(there.store(), otherKeys);
            for (int seed = 0; seed < POOLS; seed++) {
                TestPool pool = new SettledPool(here, new Random(seed)).make();
                Path first = folder.resolve("first-" + seed);
                Path second = folder.resolve("second-" + seed);
                PoolId id = new PoolId(pool.id());

                ours.write(id, first, PASSPHRASE, _ -> {});
                theirs.read(first, PASSPHRASE, false, _ -> {});
                theirs.write(id, second, PASSPHRASE, _ -> {});

                assertThat(second).as("seed " + seed).hasSameBinaryContentAs(first);
                SettledPool.views(pool)
                        .forEach((operation, request) -> assertThat(
                                        there.expect(operation, request).body())
                                .as(operation)
                                .isEqualTo(here.expect(operation, request).body()));
                Files.readAllLines(first).forEach(line -> seen.add(line.substring(2, line.indexOf('"', 2))));
            }
        }
        assertThat(seen)
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(ELSEWHERE)).stream()
                        .map(Kept::table)
                        .collect(Collectors.toSet()));
    }
}
