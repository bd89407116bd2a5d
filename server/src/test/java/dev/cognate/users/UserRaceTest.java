package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many clients that want the same thing of users at the same moment, whatever the database. */
abstract class UserRaceTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 5;
    private static final String ALIAS = "\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]";

    /** Opens an empty store; the server closes it. */
    abstract Store open() throws Exception;

    @Test
    void ofManyWhoPresentOneCodeExactlyOneVerifies() throws Exception {
        try (TestServer server = TestServer.on(open(), TestRules.limits(CodeLimits.OFF))) {
            TestPool pool = server.pool("");
            pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
            String token = pool.accessToken("jane");
            for (int round = 0; round < ROUNDS; round++) {
                GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
                String code = pool.code("jane");

                List<String> faults = Crowd.of(
                        CLIENTS,
                        _ -> VerifyUserAttributeTest.verify(pool, token, "email", code)
                                .fault());

                assertThat(faults)
                        .as("round " + round)
                        .containsOnlyOnce("none")
                        .containsOnly("none", "ExpiredCodeException");
            }
        }
    }

    @Test
    void ofManyWhoVerifyOneAliasExactlyOneGetsIt() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = server.pool(ALIAS);
            List<String> tokens = new ArrayList<>();
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                pool.confirmed("user" + i, "[{\"Name\":\"email\",\"Value\":\"shared@example.com\"}]");
                tokens.add(pool.accessToken("user" + i));
                GetUserAttributeVerificationCodeTest.ask(pool, tokens.get(i), "email");
                codes.add(pool.code("user" + i));
            }

            List<String> faults = Crowd.of(
                    CLIENTS,
                    number -> VerifyUserAttributeTest.verify(pool, tokens.get(number), "email", codes.get(number))
                            .fault());

            assertThat(faults).containsOnlyOnce("none").containsOnly("none", "AliasExistsException");
            assertThat(pool.adminGetUser("shared@example.com").member("Username"))
                    .isEqualTo("user" + faults.indexOf("none"));
        }
    }

    @Test
    void ofManyWhoWantOnePreferredUsernameExactlyOneGetsIt() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = server.pool("\"AliasAttributes\":[\"preferred_username\"]");
            List<String> tokens = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                pool.confirmed("user" + i, "[]");
                tokens.add(pool.accessToken("user" + i));
            }

            List<String> faults = Crowd.of(
                    CLIENTS,
                    number -> UpdateUserAttributesTest.update(pool, tokens.get(number), "preferred_username", "jj")
                            .fault());

            assertThat(faults).containsOnlyOnce("none").containsOnly("none", "AliasExistsException");
        }
    }

    @Test
    void ofManyChangesToOneUserNoneIsLost() throws Exception {
        try (TestServer server = TestServer.on(open(), rules -> rules)) {
            TestPool pool = server.pool("");
            pool.confirmed("jane", "[]");
            String token = pool.accessToken("jane");
            List<String> names = List.of(
                    "name", "given_name", "family_name", "middle_name", "nickname", "profile", "picture", "website");

            Crowd.of(
                    names.size(),
                    number -> UpdateUserAttributesTest.update(pool, token, names.get(number), "x")
                            .fault());

            assertThat(pool.user("jane").attributes()).containsOnlyKeys(names);
        }
    }
}
