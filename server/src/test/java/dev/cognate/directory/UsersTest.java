package dev.cognate.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestClock;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import dev.cognate.wire.model.AliasAttributeType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.UsernameConfigurationType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and whom they find, where no operation can be asked yet. Reference: lifecycle A7, B3. */
class UsersTest {
    private static final Pool POOL = pool(true);

    @TempDir
    Path folder;

    private Store store;
    private Users users;

    @BeforeEach
    void open() {
        store = TestStores.sqlite(folder);
        users = new Users(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Pool pool(boolean caseSensitive) {
        return new Pool(
                new PoolId("us-east-1_NAMES"),
                UserPoolType.builder()
                        .aliasAttributes(List.of(AliasAttributeType.EMAIL, AliasAttributeType.PREFERRED_USERNAME))
                        .usernameConfiguration(new UsernameConfigurationType(caseSensitive))
                        .build());
    }

    private User add(int number, String username, Map<String, String> attributes) {
        User user = new User(
                POOL.id(),
                new Sub("00000000-0000-7000-8000-00000000000" + number),
                username,
                UserStatus.CONFIRMED,
                true,
                attributes,
                null,
                TestClock.START,
                TestClock.START);
        store.write(tx -> {
            users.add(tx, user);
            return users.claim(tx, POOL, NameKind.USERNAME, username, user.sub());
        });
        return user;
    }

    private boolean claim(Pool pool, NameKind kind, String name, User user) {
        return store.write(tx -> users.claim(tx, pool, kind, name, user.sub()));
    }

    private Sub found(Pool pool, String name) {
        return switch (users.find(pool, name)) {
            case Lookup.Found(User user) -> user.sub();
            case Lookup.Absent _ -> new Sub("nobody");
        };
    }

    /** Clause A7.t1. */
    @Test
    void theUsernameWinsOverAnAliasAndAnAliasOverTheSub() {
        User jane = add(1, "jane", Map.of());
        User john = add(2, "john", Map.of());
        User judy = add(3, "judy", Map.of());

        assertThat(claim(POOL, NameKind.PREFERRED_USERNAME, "jane", john)).isTrue();
        assertThat(claim(POOL, NameKind.PREFERRED_USERNAME, jane.sub().value(), judy))
                .isTrue();

        assertThat(found(POOL, "jane")).isEqualTo(jane.sub());
        assertThat(found(POOL, jane.sub().value())).isEqualTo(judy.sub());
        assertThat(found(POOL, john.sub().value())).isEqualTo(john.sub());
    }

    @Test
    void aNameOfOneKindHasOneOwnerWhoMayClaimItAgain() {
        User jane = add(1, "jane", Map.of());
        User john = add(2, "john", Map.of());

        assertThat(claim(POOL, NameKind.EMAIL, "a@example.com", jane)).isTrue();
        assertThat(claim(POOL, NameKind.EMAIL, "a@example.com", jane)).isTrue();
        assertThat(claim(POOL, NameKind.EMAIL, "a@example.com", john)).isFalse();
        assertThat(claim(POOL, NameKind.PREFERRED_USERNAME, "a@example.com", john))
                .as("a name of another kind")
                .isTrue();
    }

    @Test
    void namesAreComparedInLowerCaseWhereThePoolDoesNotTellCasesApart() {
        Pool folding = pool(false);
        User jane = add(1, "jane", Map.of());

        assertThat(claim(folding, NameKind.EMAIL, "Jane@Example.com", jane)).isTrue();

        assertThat(found(folding, "jANE@eXAMPLE.COM")).isEqualTo(jane.sub());
        assertThat(found(POOL, "Jane@Example.com")).isEqualTo(new Sub("nobody"));
    }

    @Test
    void aNameThatMovesLeavesItsFormerOwnerWithAnUnverifiedAddress() {
        Map<String, String> verified = Map.of("email", "a@example.com", "email_verified", "true");
        User jane = add(1, "jane", verified);
        User john = add(2, "john", verified);
        claim(POOL, NameKind.EMAIL, "a@example.com", jane);

        store.write(tx -> {
            users.take(tx, POOL, NameKind.EMAIL, "a@example.com", john);
            return true;
        });

        assertThat(found(POOL, "a@example.com")).isEqualTo(john.sub());
        assertThat(stored(jane).attributes())
                .containsEntry("email", "a@example.com")
                .containsEntry("email_verified", "false");
        assertThat(stored(john).attributes()).containsEntry("email_verified", "true");
    }

    private User stored(User user) {
        return Objects.requireNonNull(store.<@Nullable User>read(tx -> users.reload(tx, user)));
    }

    @Test
    void aUserDoesNotPrintWhatIsPersonal() {
        User jane = add(1, "jane", Map.of("email", "jane@example.com"));

        assertThat(jane.toString()).isEqualTo("User[us-east-1_NAMES/00000000-0000-7000-8000-000000000001, CONFIRMED]");
    }

    /** A change of a user that has changed since it was read would undo what came in between. */
    @Test
    void aChangeOfAnOlderStateIsNotStored() {
        User seen = add(1, "jane", Map.of("name", "Jane"));
        store.write(tx -> {
            users.save(tx, seen, seen.withAttribute("name", "Janet", seen.modified()));
            return true;
        });

        for (User late : List.of(
                seen.withEnabled(false, seen.modified()),
                seen.withAttribute("nickname", "J", seen.modified().plusSeconds(1)))) {
            assertThatThrownBy(() -> store.write(tx -> {
                        users.save(tx, seen, late);
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
        }

        User stored = Objects.requireNonNull(store.read(tx -> users.reload(tx, seen)));
        assertThat(stored.attributes()).isEqualTo(Map.of("name", "Janet"));
        assertThat(stored.enabled()).isTrue();
    }

    /** Each part of a user counts: a password, a status or a flag that came in between is not undone either. */
    @Test
    void everyPartOfTheOlderStateCounts() {
        User seen = add(1, "jane", Map.of());
        List<User> changes = List.of(
                seen.withPassword(new KeptPassword(new byte[] {1}), seen.modified()),
                seen.withStatus(UserStatus.RESET_REQUIRED, seen.modified()),
                seen.withEnabled(false, seen.modified()),
                seen.withEnabled(true, seen.modified().plusMillis(1)));

        for (User change : changes) {
            store.write(tx -> {
                users.save(tx, seen, change);
                return true;
            });
            assertThatThrownBy(() -> store.write(tx -> {
                        users.save(tx, seen, seen);
                        return true;
                    }))
                    .isInstanceOf(IllegalStateException.class);
            store.write(tx -> {
                users.save(tx, change, seen);
                return true;
            });
        }
    }

    @Test
    void aDeletedUserIsNotStoredAgain() {
        User seen = add(1, "jane", Map.of());
        store.write(tx -> users.delete(tx, seen));

        assertThatThrownBy(() -> store.write(tx -> {
                    users.save(tx, seen, seen.withEnabled(false, seen.modified()));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
