package dev.cognate.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestClock;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes and their limits, whatever the database. Reference: lifecycle A9, A12. */
abstract class CodesTest {
    private static final PoolId POOL = new PoolId("us-east-1_CODES");
    private static final Sub JANE = new Sub("00000000-0000-7000-8000-000000000001");
    private static final Sub JOHN = new Sub("00000000-0000-7000-8000-000000000002");

    private final TestClock clock = new TestClock();
    private final SecureRandom random = new SecureRandom();
    private final KeyRing keys = KeyRing.of(random, Base64.getEncoder().encodeToString(new byte[32]));
    private Store store;

    /** Opens an empty store. */
    abstract Store open() throws Exception;

    @BeforeEach
    void start() throws Exception {
        store = open();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    private Codes codes(int sends, int tries) {
        return new Codes(
                keys,
                new Randomness(random, clock),
                clock,
                new CodeLimits(Map.of("ResendConfirmationCode", sends, "ConfirmSignUp", tries)));
    }

    private final CodeKey jane = new CodeKey(POOL, JANE.value(), CodeKind.SIGN_UP);
    private final CodeKey john = new CodeKey(POOL, JOHN.value(), CodeKind.SIGN_UP);

    private void issue(CodeKey key, String code) {
        store.write(tx -> {
            codes(5, 15).issue(tx, key, code, "email");
            return true;
        });
    }

    private CodeCheck check(CodeKey key, String code) {
        return store.read(tx -> codes(5, 15).check(tx, key, code));
    }

    private boolean send(Codes codes, CodeKey key) {
        return store.write(tx -> codes.countSend(tx, key));
    }

    private long rows() {
        Long rows = store.read(tx -> tx.first("SELECT COUNT(*) FROM codes", row -> row.number(1)));
        return rows == null ? 0 : rows;
    }

    @Test
    void theLiveCodeIsRightAndSaysWhereItWasSent() {
        issue(jane, "012345");

        assertThat(check(jane, "012345")).isEqualTo(new CodeCheck.Right("email"));
        assertThat(check(jane, "012345")).as("checking does not use it up").isEqualTo(new CodeCheck.Right("email"));
        for (String wrong : List.of("12345", "0123456", "012346", "", " 012345", "０12345")) {
            assertThat(check(jane, wrong)).as(wrong).isEqualTo(new CodeCheck.Wrong());
        }
    }

    @Test
    void aNewCodeKillsTheEarlierOne() {
        issue(jane, "111111");
        issue(jane, "222222");

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Wrong());
        assertThat(check(jane, "222222")).isEqualTo(new CodeCheck.Right("email"));
    }

    @Test
    void aCodeIsOneUsersOfOnePool() {
        issue(jane, "111111");

        assertThat(check(john, "111111")).isEqualTo(new CodeCheck.Expired());
        assertThat(check(new CodeKey(new PoolId("us-east-1_OTHER"), JANE.value(), CodeKind.SIGN_UP), "111111"))
                .isEqualTo(new CodeCheck.Expired());
    }

    @Test
    void aCodeDiesAfterTwentyFourHours() {
        issue(jane, "111111");

        clock.advance(Duration.ofHours(24).minusMillis(1));
        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Right("email"));
        clock.advance(Duration.ofMillis(1));
        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Expired());
    }

    @Test
    void aUsedCodeIsGoneAndTheCountsStay() {
        Codes codes = codes(1, 1);
        store.write(tx -> codes.countAndIssue(tx, jane, "111111", "email"));
        store.write(tx -> codes.countTry(tx, jane));

        store.write(tx -> {
            codes.consume(tx, jane);
            return true;
        });

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Expired());
        assertThat(send(codes, jane)).isFalse();
        assertThat(store.<Boolean>write(tx -> codes.countTry(tx, jane))).isFalse();
    }

    @Test
    void onlyAKeyedHashIsStored() {
        issue(jane, "111111");
        issue(john, "111111");

        List<byte[]> hashes = store.read(tx -> tx.list("SELECT hash FROM codes", row -> row.bytes(1)));
        assertThat(hashes).allMatch(hash -> hash.length == 32);
        assertThat(hashes.getFirst())
                .as("one code of two users is not recognised as one")
                .isNotEqualTo(hashes.getLast());
    }

    /** The window slides: each request counts for exactly an hour. */
    @Test
    void aRequestCountsForAnHour() {
        Codes codes = codes(2, 15);
        assertThat(send(codes, jane)).isTrue();
        clock.advance(Duration.ofMinutes(30));
        assertThat(send(codes, jane)).isTrue();
        assertThat(send(codes, jane)).isFalse();
        assertThat(send(codes, john)).as("each user has an own count").isTrue();

        clock.advance(Duration.ofMinutes(30).minusMillis(1));
        assertThat(send(codes, jane)).isFalse();
        clock.advance(Duration.ofMillis(1));
        assertThat(send(codes, jane)).as("the first of two is an hour old").isTrue();
        assertThat(send(codes, jane)).isFalse();
    }

    @Test
    void aRefusedRequestDoesNotCount() {
        Codes codes = codes(1, 15);
        send(codes, jane);
        clock.advance(Duration.ofMinutes(59));
        assertThat(send(codes, jane)).isFalse();

        clock.advance(Duration.ofMinutes(1));
        assertThat(send(codes, jane)).isTrue();
    }

    @Test
    void aRefusedRequestLeavesTheLiveCodeAlone() {
        Codes codes = codes(1, 15);
        assertThat(store.<Boolean>write(tx -> codes.countAndIssue(tx, jane, "111111", "email")))
                .isTrue();
        assertThat(store.<Boolean>write(tx -> codes.countAndIssue(tx, jane, "222222", "email")))
                .isFalse();

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Right("email"));
    }

    @Test
    void requestsAndTriesAreCountedApart() {
        Codes codes = codes(1, 1);
        assertThat(send(codes, jane)).isTrue();
        assertThat(store.<Boolean>write(tx -> codes.countTry(tx, jane))).isTrue();
        assertThat(send(codes, jane)).isFalse();
        assertThat(store.<Boolean>write(tx -> codes.countTry(tx, jane))).isFalse();
    }

    @Test
    void aLimitOfZeroAllowsNothingAndNoLimitEverything() {
        assertThat(send(codes(0, 0), jane)).isFalse();
        Codes unlimited = codes(CodeLimits.NONE, CodeLimits.NONE);
        for (int i = 0; i < 100; i++) {
            assertThat(send(unlimited, jane)).isTrue();
        }
        assertThat(store.<List<String>>read(tx -> tx.list("SELECT sends FROM codes", row -> row.string(1))))
                .as("what is not limited is not remembered")
                .containsExactly("");
        assertThatThrownBy(() -> CodeLimits.OFF.with("ConfirmSignUp", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyRequestsAtOnceExactlyAsManyCountAsAreAllowed() throws Exception {
        Codes codes = codes(5, 15);

        List<Boolean> allowed = Crowd.of(32, _ -> send(codes, jane));

        assertThat(allowed).filteredOn(each -> each).hasSize(5);
    }

    @Test
    void aCodeThatWasRolledBackWasNeverIssued() {
        issue(jane, "111111");

        assertThatThrownBy(() -> store.write(tx -> {
                    codes(5, 15).issue(tx, jane, "222222", "email");
                    throw new IllegalStateException("what else was to be done has failed");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Right("email"));
    }

    @Test
    void aNameWithoutAUserIsCountedWithoutBeingKept() {
        Codes codes = codes(1, 15);
        CodeKey key = codes.nobody(POOL, "jane@example.com", CodeKind.SIGN_UP);

        assertThat(key).isEqualTo(codes.nobody(POOL, "jane@example.com", CodeKind.SIGN_UP));
        assertThat(key).isNotEqualTo(codes.nobody(POOL, "john@example.com", CodeKind.SIGN_UP));
        assertThat(key.subject()).matches("nobody-[0-9a-f]{32}");
        assertThat(send(codes, key)).isTrue();
        assertThat(send(codes, key)).isFalse();
    }

    @Test
    void everythingOfADeletedUserIsForgottenAndNothingOfOthers() {
        issue(jane, "111111");
        issue(john, "222222");

        store.write(tx -> {
            codes(5, 15).forget(tx, POOL, JANE);
            return true;
        });

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Expired());
        assertThat(check(john, "222222")).isEqualTo(new CodeCheck.Right("email"));
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aSweepClearsOnlyWhatCountsNoMore() {
        Codes codes = codes(5, 15);
        issue(jane, "111111");
        send(codes, john);
        clock.advance(Duration.ofHours(1));
        assertThat(codes.sweep(store)).as("just an hour old").isZero();

        clock.advance(Duration.ofMillis(1));
        assertThat(codes.sweep(store)).as("a count without a code").isEqualTo(1);
        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Right("email"));

        clock.advance(Duration.ofHours(24));
        send(codes, john);
        assertThat(codes.sweep(store)).as("a dead code").isEqualTo(1);
        assertThat(rows()).as("the fresh count").isEqualTo(1);
    }

    @Test
    void aSweepGoesOnUntilNothingIsLeft() {
        Instant old = clock.instant();
        store.write(tx -> {
            for (int i = 0; i < 2_500; i++) {
                CodesTable.save(tx, new CodeKey(POOL, "user" + i, CodeKind.SIGN_UP), CodeRow.NONE, old);
            }
            return true;
        });
        clock.advance(Duration.ofHours(2));

        assertThat(codes(5, 15).sweep(store)).isEqualTo(2_500);
        assertThat(rows()).isZero();
    }

    /** Between the search of a sweep and its deletion a user may ask for a code. */
    @Test
    void aRowThatIsTouchedDuringASweepStays() {
        Codes codes = codes(5, 15);
        send(codes, jane);
        clock.advance(Duration.ofHours(2));
        Instant untouchedSince = clock.instant().minus(Duration.ofHours(1));
        List<CodeKey> stale = store.read(tx -> CodesTable.stale(tx, untouchedSince, clock.instant(), 10));
        assertThat(stale).containsExactly(jane);

        issue(jane, "111111");
        store.write(tx -> {
            CodesTable.deleteStale(tx, jane, untouchedSince);
            return true;
        });

        assertThat(check(jane, "111111")).isEqualTo(new CodeCheck.Right("email"));
    }
}
