package dev.cognate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users who bring the hash of their password along. Reference: newer, "User import"; decided: docs/imports.md. */
abstract class ImportedHashesTest extends ImportRoom {
    private static final String BCRYPT = "$2b$04$abcdefghijklmnopqrstuu";
    private static final String HASHES = HEADER + ",cognito:password_hash\n";

    /** Opens an empty store; the server closes it. */
    abstract Store store() throws Exception;

    @Override
    TestServer open() throws Exception {
        return TestServer.on(store(), rules -> rules);
    }

    private Reply importedWith(String algorithm, String rows) {
        String job = uploaded("\"PasswordHashingAlgorithm\":\"" + algorithm + "\"", HASHES + rows);
        on("StartUserImportJob", job);
        server.rooms().imports().runDue();
        return on("DescribeUserImportJob", job);
    }

    private void importJane() {
        String hash = ForeignHashTest.bcrypt("Corr3ct-Horse!");
        assertThat(importedWith("BCRYPT", row("jane", "jane@example.com") + "," + hash)
                        .body())
                .contains("\"ImportedUsers\":1");
    }

    private Pool thePool() {
        return server.rooms().pools().require(new PoolId(pool.id()));
    }

    private User user(String username) {
        if (new Users(server.store()).find(thePool(), username) instanceof Lookup.Found(User user)) {
            return user;
        }
        throw new AssertionError("There is no " + username);
    }

    private ImportedHashes hashes() {
        return server.rooms().imports().hashes();
    }

    @Test
    void aUserWithAHashIsConfirmedAndOneWithoutHasToSetAPassword() {
        importedWith(
                "BCRYPT",
                row("jane", "jane@example.com") + "," + ForeignHashTest.bcrypt("secret") + "\n"
                        + row("john", "john@example.com") + ",\n");

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("CONFIRMED");
        assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("RESET_REQUIRED");
        assertThat(rows("imported_hashes")).isEqualTo(1);
    }

    @Test
    void onlyTheRightPasswordMatches() {
        importJane();

        assertThat(hashes().matches(user("jane"), "Corr3ct-Horse!")).isTrue();
        assertThat(hashes().matches(user("jane"), "Corr3ct-Horse")).isFalse();
        pool.signUpWith("john", "[]");
        assertThat(hashes().matches(user("john"), "Corr3ct-Horse!")).isFalse();
    }

    /** A comma of a PHC string is written {@code \,} as in every value. */
    @Test
    void aHashWithCommasIsWrittenAsAnyValue() {
        String hash = ForeignHashTest.argon2id("secret");
        importedWith("ARGON2ID", row("jane", "jane@example.com") + "," + hash.replace(",", "\\,"));

        assertThat(hashes().matches(user("jane"), "secret")).isTrue();
    }

    @Test
    void aHashOfAnotherAlgorithmFailsItsRow() {
        Reply job = importedWith("SCRYPT", row("jane", "jane@example.com") + "," + ForeignHashTest.bcrypt("secret"));

        assertThat(log(job.member("JobId")))
                .containsExactly(
                        "[FAILED] Line Number 2 - The cognito:password_hash is not a hash of the job's algorithm"
                                + " with usable costs.");
        assertThat(job.body()).doesNotContain(BCRYPT);
    }

    @Test
    void theColumnBelongsToJobsWithAnAlgorithmAndToNoOthers() {
        assertThat(imported(HASHES).member("CompletionMessage")).startsWith("The header");
        String job = uploaded("\"PasswordHashingAlgorithm\":\"BCRYPT\"", HEADER);
        on("StartUserImportJob", job);
        server.rooms().imports().runDue();
        assertThat(on("DescribeUserImportJob", job).member("CompletionMessage")).startsWith("The header");
    }

    @Test
    void hashesAreSealed() {
        importJane();

        byte[] kept = server.store()
                .read(tx -> tx.list("SELECT sealed FROM imported_hashes", row -> row.bytes(1)))
                .getFirst();
        // Two signs alone are found by chance in one of some hundred sealed hashes.
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("$2b$");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("$2", "hash");
    }

    @Test
    void theFirstSignInReplacesTheHash() {
        importJane();
        User before = user("jane");

        assertThat(hashes().replace(thePool(), before, "wrong")).isFalse();
        assertThat(rows("imported_hashes")).isEqualTo(1);
        assertThat(hashes().replace(thePool(), before, "Corr3ct-Horse!")).isTrue();

        assertThat(rows("imported_hashes")).isZero();
        User after = user("jane");
        assertThat(after.withPassword(null, after.modified())).isEqualTo(before);
        assertThat(passwordIs(after, "Corr3ct-Horse!")).isTrue();
        assertThat(hashes().matches(after, "Corr3ct-Horse!")).isFalse();
    }

    @Test
    void ofManyFirstSignInsAllAreRightAndOneReplacesTheHash() throws Exception {
        importJane();
        User seen = user("jane");

        List<Boolean> right = Crowd.of(8, _ -> hashes().replace(thePool(), seen, "Corr3ct-Horse!"));

        assertThat(right).containsOnly(true);
        assertThat(rows("imported_hashes")).isZero();
        assertThat(passwordIs(user("jane"), "Corr3ct-Horse!")).isTrue();
    }

    @Test
    void aPasswordThatWasSetMeanwhileEndsTheHash() {
        importJane();
        User seen = user("jane");
        Passwords passwords = new Passwords(ring(), new SecureRandom());
        pool.change(
                "jane",
                user -> user.withPassword(
                        passwords.keep(thePool().shortName(), "jane", "N3w-Horse!"), user.modified()));

        assertThat(hashes().matches(user("jane"), "Corr3ct-Horse!")).isFalse();
        assertThat(hashes().replace(thePool(), seen, "Corr3ct-Horse!")).isFalse();
        assertThat(passwordIs(user("jane"), "N3w-Horse!")).isTrue();
    }

    @Test
    void aHashGoesWithItsUser() {
        importJane();

        pool.admin("AdminDeleteUser", "jane");

        assertThat(rows("imported_hashes")).isZero();
    }

    private boolean passwordIs(User user, String password) {
        var kept = user.password();
        return kept != null
                && new Passwords(ring(), new SecureRandom())
                        .matches(kept, thePool().shortName(), user.username(), password);
    }

    /** The ring of the test server. */
    private static KeyRing ring() {
        return KeyRing.of(
                new SecureRandom(),
                Base64.getEncoder()
                        .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
    }

    /** F11: a user whose password is taken away does not get an older one back. */
    @Test
    void aHashGoesWhenTheUsersPasswordIsTakenAway() {
        importJane();
        pool.adminSetPassword("jane", "An0ther-Horse!", true);

        pool.adminCall(
                "AdminDisableProviderForUser",
                "\"User\":{\"ProviderName\":\"Cognito\",\"ProviderAttributeName\":\"Cognito_Subject\","
                        + "\"ProviderAttributeValue\":\"jane\"}");

        assertThat(hashes().matches(user("jane"), "Corr3ct-Horse!")).isFalse();
    }
}
