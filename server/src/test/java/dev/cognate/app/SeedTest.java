package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code serve --seed} makes, once and again. */
class SeedTest {
    private static final String SEED = """
            pools:
              - id: us-east-1_PEOPLE001
                pool:
                  PoolName: people
                  AutoVerifiedAttributes: [email]
                clients:
                  - id: 1example23456789
                    client: {ClientName: web, ClientSecret: abcdefghijklmnopqrstuvwx}
                groups:
                  - {GroupName: admins, Precedence: 1}
                users:
                  - Username: jane
                    Password: Corr3ct-Horse!
                    UserAttributes: {email: jane@example.com, email_verified: true}
                    Groups: [admins]
                  - Username: john
            """;

    @TempDir
    private Path folder;

    private TestServer server;
    private TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pool = new TestPool(server, "us-east-1_PEOPLE001", "1example23456789");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void plant(String text) {
        try {
            Path file = Files.writeString(folder.resolve("seed.yaml"), text);
            new Seed(server.cognate(), file).plant();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void poolsClientsGroupsAndUsersAreMade() {
        plant(SEED);

        assertThat(pool.adminCall("DescribeUserPool", "").body())
                .contains("\"Name\":\"people\"", "\"AutoVerifiedAttributes\":[\"email\"]");
        assertThat(pool.adminCall("DescribeUserPoolClient", "\"ClientId\":\"1example23456789\"")
                        .body())
                .contains("\"ClientName\":\"web\"", "\"ClientSecret\":\"abcdefghijklmnopqrstuvwx\"");
        assertThat(pool.adminGetUser("jane").body()).contains("\"UserStatus\":\"CONFIRMED\"", "jane@example.com");
        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
        assertThat(pool.admin("AdminListGroupsForUser", "jane").member("GroupName"))
                .isEqualTo("admins");
        assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
    }

    @Test
    void theSameSeedAgainLeavesEverythingAsItHasBecome() {
        plant(SEED);
        pool.adminSetPassword("jane", "An0ther-Horse!", true);
        pool.adminCall("AdminRemoveUserFromGroup", "\"Username\":\"jane\",\"GroupName\":\"admins\"");
        pool.adminCall("UpdateUserPool", "\"PoolName\":\"persons\"");

        plant(SEED);

        assertThat(pool.hasPassword("jane", "An0ther-Horse!")).isTrue();
        assertThat(pool.admin("AdminListGroupsForUser", "jane").body()).isEqualTo("{\"Groups\":[]}");
        assertThat(pool.adminCall("DescribeUserPool", "").body()).contains("\"Name\":\"persons\"");
    }

    @Test
    void aUserThatWasNotFinishedIsFinished() {
        plant(SEED.replace("        Password: Corr3ct-Horse!\n", "").replace("        Groups: [admins]\n", ""));
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("FORCE_CHANGE_PASSWORD");

        plant(SEED);

        assertThat(pool.hasPassword("jane", TestPool.PASSWORD)).isTrue();
        assertThat(pool.admin("AdminListGroupsForUser", "jane").body()).contains("admins");
    }

    private void refused(String text, String... parts) {
        assertThatThrownBy(() -> plant(text))
                .isInstanceOf(SettingsError.class)
                .message()
                .contains(parts);
    }

    @Test
    void aMistakeIsNamedWithItsPlace() {
        refused("pools: [{id: us-east-1_A}]\npols: []", "pols is unknown");
        refused(SEED.replace("PoolName:", "PoolNme:"), "pools 1, pool: PoolNme is unknown");
        refused(SEED.replace("Precedence: 1", "Presedence: 1"), "pools 1, groups 1: Presedence is unknown");
        refused(SEED.replace("Username: john", "Usrname: john"), "pools 1, users 2", "InvalidParameterException");
        refused(SEED.replace("[email]", "[mail]"), "pools 1, pool: InvalidParameterException");
        refused(SEED.replace("id: us-east-1_PEOPLE001", "id: people"), "people has not the form of an id");
        refused(SEED.replace("id: 1example23456789", "name: web"), "clients 1 has no id");
        refused("pools: {}", "pools should be a list");
        refused("- a", "should hold names and values");
        refused("a: [", "is not YAML");
        refused("pools: [{id: us-east-1_B, users: [{Username: jane, Password: x}]}]", "InvalidPasswordException");
        assertThatThrownBy(() -> new Seed(server.cognate(), folder.resolve("none")).plant())
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aClientOfAnotherPoolIsNotTaken() {
        plant(SEED);

        refused(
                "pools: [{id: us-east-1_OTHER001, clients: [{id: 1example23456789}]}]",
                "the id is that of a client of us-east-1_PEOPLE001");
    }
}
