package dev.cognate.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pools go into files and come back: generated rows of every table, and files that somebody changed. */
class PoolFilesTest {
    private static final PoolId POOL = new PoolId("us-east-1_GENERATED");
    private static final PoolId OTHER = new PoolId("us-east-1_OTHER0001");
    private static final String PASSPHRASE = "a horse that is correct";

    @TempDir
    private Path folder;

    private final KeyRing keys = ring();
    private final KeyRing otherKeys = ring();
    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("pool.jsonl");
    }

    private static KeyRing ring() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(key));
    }

    private void generate(Store store, Database database, long seed, int most) {
        new GeneratedPool(new Random(seed), keys, SchemaColumns.of(store, database)).addTo(store, POOL, most);
    }

    private PoolFiles.Moved export(Store store, KeyRing ring, Path target) {
        return new PoolFiles(store, ring).write(POOL, target, PASSPHRASE, _ -> {});
    }

    private PoolFiles.Moved bring(Store store, Path source, boolean replace) {
        return new PoolFiles(store, otherKeys).read(source, PASSPHRASE, replace, _ -> {});
    }

    private Store exported(int most) {
        Store store = Database.SQLITE.open(folder);
        generate(store, Database.SQLITE, 7, most);
        export(store, keys, file);
        return store;
    }

    private void change(UnaryOperator<List<String>> change) throws IOException {
        Files.write(file, change.apply(new ArrayList<>(Files.readAllLines(file))));
    }

    /** Between servers with different seal keys, so no secret stays sealed as it was. */
    @ParameterizedTest
    @CsvSource({
        "SQLITE, SQLITE, 1, 3",
        "SQLITE, SQLITE, 2, 20",
        "SQLITE, POSTGRES, 4, 20",
        "POSTGRES, SQLITE, 5, 20",
        "POSTGRES, POSTGRES, 6, 20",
        "SQLITE, SQLITE, 7, 0",
        "SQLITE, POSTGRES, 8, 513",
        "POSTGRES, SQLITE, 9, 512"
    })
    void whatWasImportedIsExportedByteForByte(Database from, Database to, long seed, int most) throws IOException {
        Path again = folder.resolve("again.jsonl");
        try (Store source = from.open(folder);
                Store target = to.open(folder)) {
            generate(source, from, seed, most);

            PoolFiles.Moved there = export(source, keys, file);
            PoolFiles.Moved back = bring(target, file, false);
            export(target, otherKeys, again);

            assertThat(back).isEqualTo(there);
            assertThat(again).hasSameBinaryContentAs(file);
            assertThat(Files.readAllLines(file)).hasSize((int) there.rows() + 2);
        }
    }

    @Test
    void theSameStateIsTheSameFile() {
        try (Store store = exported(5)) {
            Path again = folder.resolve("again.jsonl");
            export(store, keys, again);

            assertThat(again).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void replacingMakesThePoolWhatTheFileSays() {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            new GeneratedPool(new Random(99), otherKeys, SchemaColumns.of(target, Database.SQLITE))
                    .addTo(target, POOL, 40);
            Path again = folder.resolve("again.jsonl");

            bring(target, file, true);
            export(target, otherKeys, again);

            assertThat(again).hasSameBinaryContentAs(file);
            assertThat(store).isNotNull();
        }
    }

    @Test
    void aPoolThatExistsIsRefusedAndStaysAsItIs() {
        try (Store store = exported(5)) {
            Path again = folder.resolve("again.jsonl");

            assertThatThrownBy(() -> new PoolFiles(store, keys).read(file, PASSPHRASE, false, _ -> {}))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessage("The user pool us-east-1_GENERATED exists. Say --replace to put the imported one in its"
                            + " place, with everything that belongs to it; or delete it first");
            export(store, keys, again);
            assertThat(again).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void aClientOfAnotherPoolIsRefusedAndNothingIsDone() throws IOException {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            String client = store.read(tx -> RowsTable.page(tx, Kept.CLIENTS, POOL, null))
                            .getFirst()[0] + "";
            target.write(tx -> RowsTable.reserve(tx, OTHER, client) == null);

            assertThatThrownBy(() -> bring(target, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageContaining("belongs to the user pool us-east-1_OTHER0001. Delete it there first");
            assertThat(target.<Boolean>read(tx -> RowsTable.poolExists(tx, POOL)))
                    .isFalse();
        }
    }

    @Test
    void aDomainOfAnotherPoolIsRefused() throws IOException {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            List<@Nullable Object[]> domains =
                    List.<@Nullable Object[]>of(new @Nullable Object[] {"us-east-1", "people", "{}"});
            target.write(tx -> {
                RowsTable.insert(tx, Kept.DOMAINS, OTHER, domains);
                return true;
            });
            store.write(tx -> {
                RowsTable.insert(tx, Kept.DOMAINS, POOL, domains);
                return true;
            });
            export(store, keys, file);

            assertThatThrownBy(() -> bring(target, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessage(
                            "The domain people belongs to the user pool us-east-1_OTHER0001. Delete it there first");
        }
    }

    @Test
    void aFileThatWasCutOffIsRefusedAndNothingIsDone() throws IOException {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            change(lines -> lines.subList(0, lines.size() - 3));

            assertThatThrownBy(() -> bring(target, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageContaining("is missing: the file was cut off");
            assertThat(target.<Boolean>read(tx -> RowsTable.poolExists(tx, POOL)))
                    .isFalse();
            assertThat(store).isNotNull();
        }
    }

    @Test
    void aLineThatIsMissingOrTwiceThereIsRefused() throws IOException {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            change(lines -> {
                lines.remove(3);
                return lines;
            });
            assertThatThrownBy(() -> bring(target, file, false)).hasMessageContaining("it should say that there are ");

            export(store, keys, file);
            change(lines -> {
                lines.add(3, lines.get(3));
                return lines;
            });
            assertThatThrownBy(() -> bring(target, file, false))
                    .hasMessageContaining("Line 5 of ")
                    .hasMessageContaining("it is out of place");
        }
    }

    /** A client's secret in another's row is worth nothing. */
    @Test
    void aSecretThatWasMovedToAnotherRowDoesNotOpen() throws IOException {
        try (Store store = exported(9);
                Store target = Database.SQLITE.open(folder)) {
            change(lines -> {
                List<String> secrets = lines.stream()
                        .filter(line -> line.startsWith("{\"client_secrets\""))
                        .toList();
                String moved = sealed(secrets.getLast());
                lines.replaceAll(line -> line.equals(secrets.getFirst()) ? line.replace(sealed(line), moved) : line);
                return lines;
            });

            assertThatThrownBy(() -> bring(target, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageContaining("sealed elsewhere");
            assertThat(store).isNotNull();
        }
    }

    /** The rooms trust what is in the store: a pool that took these would answer with failures. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = ';', textBlock = """
            pools       ; (?s)"config":\\{.*?\\},"(factors|created_at)" ; "config":{},"$1"; another Id than the pool
            pools       ; "Id":"[^"]*" ; "Id":"us-east-1_OTHER0001" ; another Id than the pool
            pools       ; "Id":        ; "UserPoolTier":"GOLD","Id": ; has a value that this version does not know
            pools       ; "created_at":"[^"]*" ; "created_at":"+999999999-01-01T00:00:00Z" ; a time is written as in
            pools       ; "created_at":"[^"]*", ; `` ; it has no created_at
            clients     ; "ClientId":"[^"]*" ; "ClientId":"x" ; another ClientId or UserPoolId
            user_groups ; "created_at" ; "precedence":1000000000000000000000000000000,"created_at" ; precedence is a whole
            users       ; "status":"[^"]*" ; "status":"BOGUS" ; status is one of [UNCONFIRMED, CONFIRMED
            users       ; (?s)"attributes":\\{.*?\\}, ; "attributes":[1], ; it is not JSON, or a value has not the type
            users       ; "attributes":\\{ ; "attributes":{"a":{"b":1}, ; it is not JSON, or a value has not the type
            users       ; "enabled":(true|false), ; `` ; it has no enabled
            """)
    void aDamagedRowIsRefusedByItsLine(String table, String part, String damaged, String why) throws IOException {
        try (Store store = exported(5);
                Store target = Database.SQLITE.open(folder)) {
            List<Integer> changed = new ArrayList<>();
            change(lines -> {
                int first = 0;
                while (!lines.get(first).startsWith("{\"" + table + "\"")) {
                    first++;
                }
                changed.add(first + 1);
                lines.set(first, lines.get(first).replaceFirst(part, damaged));
                return lines;
            });

            assertThatThrownBy(() -> bring(target, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageStartingWith("Line " + changed.getFirst() + " of " + file + " cannot be used: ")
                    .hasMessageContaining(why);
            assertThat(target.<Boolean>read(tx -> RowsTable.poolExists(tx, POOL)))
                    .isFalse();
            assertThat(store).isNotNull();
        }
    }

    private static String sealed(String line) {
        return line.replaceAll("(?s).*\"sealed\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void anotherPassphraseIsRefusedAtOnce() {
        try (Store store = exported(1)) {
            assertThatThrownBy(() -> new PoolFiles(store, keys).read(file, "something else entirely", true, _ -> {}))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageEndingWith("Give the one that it was exported with");
        }
    }

    @Test
    void aShortPassphraseIsRefused() {
        try (Store store = exported(1)) {
            assertThatThrownBy(() -> new PoolFiles(store, keys).write(POOL, file, "short", _ -> {}))
                    .hasMessage(
                            "The passphrase has 5 characters; it protects every secret of the pool and needs 12. Make"
                                    + " one with: openssl rand -base64 32");
        }
    }

    @Test
    void aPoolThatIsNotThereLeavesNoFile() throws IOException {
        try (Store store = Database.SQLITE.open(folder);
                Stream<Path> files = Files.list(folder)) {
            assertThatThrownBy(() -> export(store, keys, file)).hasMessageStartingWith("There is no user pool " + POOL);
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void whatIsNoExportIsRefused() throws IOException {
        Files.writeString(file, "{\"pools\":[]}\n");
        try (Store store = Database.SQLITE.open(folder)) {
            assertThatThrownBy(() -> bring(store, file, false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageStartingWith("Line 1 of " + file + " cannot be used: ");
            assertThatThrownBy(() -> bring(store, folder.resolve("none"), false))
                    .isInstanceOf(TransferRefused.class)
                    .hasMessageEndingWith("Check the name and the permissions");
        }
    }

    @Test
    void nobodyElseMayReadTheFile() throws IOException {
        try (Store store = exported(1)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(store).isNotNull();
        }
    }
}
