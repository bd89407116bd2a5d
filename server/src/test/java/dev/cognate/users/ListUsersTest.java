package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.Store;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ListUsers, clause by clause of lifecycle F12, over the wire, whatever the database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ListUsersTest {
    private static final String BAD_TOKEN = "InvalidParameterException: Invalid pagination token";
    private static final String BAD_FILTER = "InvalidParameterException: Error while parsing filter.";
    private static final Pattern USERNAME = Pattern.compile("\"Username\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    private TestServer server;
    private TestPool people;

    /** Opens an empty store; the server closes it. */
    abstract Store open() throws Exception;

    @BeforeAll
    void start() throws Exception {
        server = TestServer.on(open(), rules -> rules);
        people = server.pool("\"Schema\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");
        add(people, "alice", "email", "alice@example.com", "name", "Alice \"Al\" A\\B", "given_name", "Alice");
        add(people, "Bob", "email", "bob@example.com", "phone_number", "+12065550101", "family_name", "100% sure_");
        add(people, "bob", "email", "Bob@example.com", "phone_number", "+12065550100", "given_name", "Zoë 🙂");
        add(people, "carol", "preferred_username", "caz", "name", "Alice", "custom:team", "red");
        people.change("carol", user -> user.withStatus(UserStatus.FORCE_CHANGE_PASSWORD, user.modified()));
        people.change("alice", user -> user.withStatus(UserStatus.CONFIRMED, user.modified()));
        people.disable("Bob");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    /** Adds a user straight to the store; a sign-up would spend its time on the password. */
    private String add(TestPool pool, String username, String... namesAndValues) {
        Users users = new Users(server.store());
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        server.clock().advance(Duration.ofMillis(1));
        var now = server.clock().instant();
        Sub sub = new Sub(new Randomness(new SecureRandom(), server.clock()).uuid());
        PoolId id = new PoolId(pool.id());
        User user = new User(id, sub, username, UserStatus.UNCONFIRMED, true, attributes, null, now, now);
        server.store().write(tx -> {
            users.add(tx, user);
            return users.claim(tx, server.rooms().pools().require(id), NameKind.USERNAME, username, sub);
        });
        return sub.value();
    }

    private TestPool poolOf(int size) {
        TestPool pool = server.pool("");
        IntStream.range(0, size).forEach(i -> add(pool, "user%02d".formatted(i), "email", "u%02d@x.org".formatted(i)));
        return pool;
    }

    private static List<String> usernames(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return USERNAME.matcher(reply.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Reply list(TestPool pool, String filter) {
        return pool.adminCall(
                "ListUsers", "\"Filter\":\"" + filter.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }

    private static boolean hasMore(Reply reply) {
        return reply.body().contains("PaginationToken");
    }

    private static Reply next(TestPool pool, String members, Reply page) {
        return pool.adminCall("ListUsers", members + ",\"PaginationToken\":\"" + page.member("PaginationToken") + "\"");
    }

    /** The usernames of all pages. */
    private static List<String> everyone(TestPool pool, String members) {
        Reply page = pool.adminCall("ListUsers", members);
        List<String> all = new ArrayList<>(usernames(page));
        while (hasMore(page)) {
            page = next(pool, members, page);
            all.addAll(usernames(page));
        }
        return all;
    }

    @Test
    void aUserIsShownWithEverything() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]");
        server.clock().advance(Duration.ofMillis(250));
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");
        String created = pool.adminGetUser("jane").body().replaceAll(".*\"UserCreateDate\":([0-9.E]+),.*", "$1");

        assertThat(pool.adminCall("ListUsers", "").body()).isEqualTo("""
                {"Users":[{"Attributes":[{"Name":"sub","Value":"%s"},{"Name":"email_verified","Value":"false"},\
                {"Name":"email","Value":"jane@example.com"}],"Enabled":true,"UserCreateDate":%s,\
                "UserLastModifiedDate":%s,"UserStatus":"UNCONFIRMED","Username":"jane"}]}""".formatted(sub, created, created));
    }

    @Test
    void aPoolWithoutUsersHasAnEmptyList() {
        assertThat(server.pool("").adminCall("ListUsers", "").body()).isEqualTo("{\"Users\":[]}");
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(server.call("ListUsers", "{\"UserPoolId\":\"us-east-1_unknown\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }

    /** Clause F12.t1. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"Limit\":0", "\"Limit\":60"})
    void aPageHoldsSixtyAtMost(String members) {
        TestPool pool = poolOf(62);

        Reply first = pool.adminCall("ListUsers", members);
        Reply second = next(pool, members.isEmpty() ? "\"Limit\":60" : members, first);

        assertThat(usernames(first)).hasSize(60).startsWith("user00").endsWith("user59");
        assertThat(usernames(second)).containsExactly("user60", "user61");
        assertThat(hasMore(second)).isFalse();
    }

    /** Clause A3.t10. */
    @ParameterizedTest
    @CsvSource({"61, less than or equal to 60", "-1, greater than or equal to 0"})
    void anotherLimitBreaksTheShape(int limit, String rule) {
        assertThat(people.adminCall("ListUsers", "\"Limit\":" + limit).outcome())
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value '" + limit
                        + "' at 'limit' failed to satisfy constraint: Member must have value " + rule);
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 3", "4, 2", "5, 1", "6, 1"})
    void pagesShowEverybodyOnceInTheOrderOfCreation(int limit, int pages) {
        TestPool pool = poolOf(5);
        Reply page = pool.adminCall("ListUsers", "\"Limit\":" + limit);
        int seen = 1;
        List<String> all = new ArrayList<>(usernames(page));
        while (hasMore(page)) {
            page = next(pool, "\"Limit\":" + limit, page);
            all.addAll(usernames(page));
            seen++;
        }

        assertThat(all).containsExactly("user00", "user01", "user02", "user03", "user04");
        assertThat(seen).as("pages").isEqualTo(pages);
    }

    @Test
    void whoComesAndGoesBetweenTwoPagesNeitherRepeatsNorHidesOthers() {
        TestPool pool = poolOf(6);
        Reply first = pool.adminCall("ListUsers", "\"Limit\":3");
        pool.admin("AdminDeleteUser", "user02");
        pool.admin("AdminDeleteUser", "user00");
        pool.admin("AdminDeleteUser", "user03");
        add(pool, "late");

        assertThat(usernames(first)).containsExactly("user00", "user01", "user02");
        assertThat(usernames(next(pool, "\"Limit\":3", first))).containsExactly("user04", "user05", "late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username ^= \\\"user\\\"",
                "email ^= \\\"u0\\\"",
                "cognito:user_status = \\\"unconfirmed\\\"",
                "status = \\\"Enabled\\\"",
                "status ^= \\\"\\\"",
                "sub ^= \\\"0\\\""
            })
    void everyFilterIsPagedAlike(String filter) {
        TestPool pool = poolOf(7);

        assertThat(everyone(pool, "\"Limit\":2,\"Filter\":\"" + filter + "\""))
                .containsExactly("user00", "user01", "user02", "user03", "user04", "user05", "user06");
    }

    @Test
    void usersWithOneValueArePagedToo() {
        TestPool pool = server.pool("");
        IntStream.range(0, 5).forEach(i -> add(pool, "user" + i, "name", "Jane\nDoe"));

        assertThat(everyone(pool, "\"Limit\":2,\"Filter\":\"name ^= \\\"Jane\\\"\""))
                .containsExactly("user0", "user1", "user2", "user3", "user4");
    }

    /** Clause F12.t2. */
    @Test
    void aTokenIsGoodForAnHourAndForTheSameRequestOnly() {
        TestPool pool = poolOf(3);
        String filter = "\"Limit\":1,\"Filter\":\"username ^= \\\"user\\\"\"";
        Reply page = pool.adminCall("ListUsers", filter);

        assertThat(next(pool, "\"Limit\":1", page).outcome()).isEqualTo(BAD_TOKEN);
        assertThat(next(pool, "\"Limit\":1,\"Filter\":\"username ^= \\\"use\\\"\"", page)
                        .outcome())
                .isEqualTo(BAD_TOKEN);
        assertThat(next(pool, filter + ",\"AttributesToGet\":[\"email\"]", page).outcome())
                .isEqualTo(BAD_TOKEN);
        assertThat(next(people, filter, page).outcome()).as("another pool").isEqualTo(BAD_TOKEN);

        server.clock().advance(Duration.ofHours(1));
        assertThat(usernames(next(pool, filter, page))).containsExactly("user01");
        server.clock().advance(Duration.ofMillis(1));
        assertThat(next(pool, filter, page).outcome()).isEqualTo(BAD_TOKEN);
    }

    /** Clause F12.t2. */
    @Test
    void whatIsNoTokenIsRefused() {
        TestPool pool = poolOf(2);
        String token = pool.adminCall("ListUsers", "\"Limit\":1").member("PaginationToken");
        String spoilt = (token.charAt(9) == 'A' ? "B" : "A");
        server.pool("");
        String other = server.expect("ListUserPools", "{\"MaxResults\":1}").member("NextToken");

        for (String wrong :
                List.of("x", "!", token.substring(1), token.substring(0, 9) + spoilt + token.substring(10), other)) {
            assertThat(pool.adminCall("ListUsers", "\"Limit\":1,\"PaginationToken\":\"" + wrong + "\"")
                            .outcome())
                    .isEqualTo(BAD_TOKEN);
        }
    }

    /** Clauses F12.1, F12.2, F12.3, F12.4. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', emptyValue = "", nullValues = "-", textBlock = """
            username = "bob"                                     | bob
            username = "Bob"                                     | Bob
            username = "BOB"                                     | -
            username ^= "b"                                      | bob
            username ^= ""                                       | Bob alice bob carol
            username^="al"                                       | alice
            username="alice"                                     | alice
              username   =   "alice"                             | alice
            email = "bob@example.com"                            | Bob
            email = "Bob@example.com"                            | bob
            email = "bob@example"                                | -
            email ^= "bob@example"                               | Bob
            email ^= ""                                          | bob alice Bob
            phone_number ^= "+1206555010"                        | bob Bob
            name = "Alice"                                       | carol
            name ^= "Alice"                                      | carol alice
            name = "Alice \\"Al\\" A\\\\B"                       | alice
            name ^= "Alice \\""                                  | alice
            given_name = "Zoë 🙂"                                | bob
            given_name ^= "Zo"                                   | bob
            given_name ^= "Zoë 🙂"                               | bob
            family_name ^= "100%"                                | Bob
            family_name ^= "%"                                   | -
            family_name ^= "100% sure_"                          | Bob
            family_name ^= "____"                                | -
            preferred_username = "caz"                           | carol
            cognito:user_status = "CONFIRMED"                    | alice
            cognito:user_status = "confirmed"                    | alice
            cognito:user_status = "Unconfirmed"                  | Bob bob
            cognito:user_status ^= "force_"                      | carol
            cognito:user_status ^= "unc"                         | Bob bob
            cognito:user_status = "ALIEN"                        | -
            status = "Enabled"                                   | alice bob carol
            status = "Disabled"                                  | Bob
            status = "enabled"                                   | -
            status ^= "Dis"                                      | Bob
            """)
    void aFilterFindsByOneAttributeInTheOrderOfItsValues(String filter, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(" ", -1));

        assertThat(usernames(list(people, filter))).isEqualTo(wanted);
    }

    /** Clause F12.2. */
    @Test
    void theSubFindsItsUser() {
        String sub = people.adminGetUser("carol").body().replaceAll(".*\"sub\",\"Value\":\"([^\"]*)\".*", "$1");

        assertThat(usernames(list(people, "sub = \"" + sub + "\""))).containsExactly("carol");
        assertThat(usernames(list(people, "sub ^= \"" + sub.substring(0, 30) + "\"")))
                .contains("carol");
        assertThat(usernames(list(people, "sub = \"" + sub.substring(1) + "\"")))
                .isEmpty();
    }

    /** Clause F12.t6. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void anEmptyFilterLetsEverybodyThrough(String filter) {
        assertThat(usernames(people.adminCall("ListUsers", "\"Filter\":\"" + filter.replace("\t", "\\t") + "\"")))
                .containsExactly("alice", "Bob", "bob", "carol");
    }

    /** Clauses F12.t3, K.11. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "foo",
                "username",
                "username=",
                "username = bob",
                "username = 'bob'",
                "username = \"bob",
                "username = bob\"",
                "username = \"b\"ob\"",
                "username = \"bob\\\"",
                "username = \"b\\ob\"",
                "username \"bob\"",
                "username == \"bob\"",
                "username != \"bob\"",
                "username ^ \"bob\"",
                "username ^ = \"bob\"",
                "username =^ \"bob\"",
                "= \"bob\"",
                "\"bob\"",
                "username = \"bob\" and email = \"x\"",
                "username = \"bob\" or",
                "\"username\" = \"bob\"",
                "user name = \"bob\""
            })
    void whatIsNoFilterIsRefused(String filter) {
        assertThat(list(people, filter).outcome()).isEqualTo(BAD_FILTER);
    }

    /** Clause F12.t4. */
    @ParameterizedTest
    @ValueSource(strings = {"custom:team", "team", "Email", "USERNAME", "address", "cognito:username", "enabled"})
    void whatCannotBeSearchedIsNamed(String attribute) {
        assertThat(list(people, attribute + " = \"red\"").outcome())
                .isEqualTo("InvalidParameterException: Invalid search attribute: " + attribute);
    }

    @Test
    void aFilterOfMoreThan256CharactersBreaksTheShape() {
        assertThat(list(people, "name = \"" + "x".repeat(248) + "\"").outcome())
                .startsWith("InvalidParameterException: 1 validation error detected: Value 'name = ")
                .endsWith(
                        "at 'filter' failed to satisfy constraint: Member must have length less than or equal to 256");
        assertThat(list(people, "name = \"" + "x".repeat(247) + "\"").status()).isEqualTo(200);
    }

    /** Clause F12.t5. */
    @Test
    void onlyTheChosenAttributesAreShownAndNobodyIsLeftOut() {
        Reply reply = people.adminCall("ListUsers", "\"AttributesToGet\":[\"custom:team\",\"name\"]");

        assertThat(usernames(reply)).containsExactly("alice", "Bob", "bob", "carol");
        assertThat(reply.body().replaceAll("\"Enabled\".*?\"Username\"", "\"Username\""))
                .isEqualTo("""
                {"Users":[{"Attributes":[{"Name":"name","Value":"Alice \\"Al\\" A\\\\B"}],"Username":"alice"},\
                {"Attributes":[],"Username":"Bob"},{"Attributes":[],"Username":"bob"},\
                {"Attributes":[{"Name":"name","Value":"Alice"},{"Name":"custom:team","Value":"red"}],"Username":"carol"}]}""");
        assertThat(people.adminCall("ListUsers", "\"AttributesToGet\":[\"sub\"],\"Limit\":1")
                        .body())
                .matches("\\{\"PaginationToken\":\"[^\"]+\",\"Users\":\\[\\{\"Attributes\":\\[\\{\"Name\":\"sub\","
                        + "\"Value\":\"[0-9a-f-]{36}\"}],.*");
    }

    /** Clause F12.t5. */
    @Test
    void anAttributeThatIsNotInTheSchemaCannotBeChosen() {
        assertThat(people.adminCall("ListUsers", "\"AttributesToGet\":[\"email\",\"custom:no\"]")
                        .outcome())
                .isEqualTo("InvalidParameterException: Input fails to satisfy the constraints.");
    }

    @Test
    void aDeletedUserIsNoLongerFound() {
        TestPool pool = poolOf(2);
        assertThat(usernames(list(pool, "email = \"u00@x.org\""))).containsExactly("user00");

        pool.admin("AdminDeleteUser", "user00");

        assertThat(usernames(list(pool, "email = \"u00@x.org\""))).isEmpty();
        assertThat(usernames(pool.adminCall("ListUsers", ""))).containsExactly("user01");
    }

    @Test
    void aChangedValueIsFoundAndTheFormerOneIsNot() {
        TestPool pool = poolOf(1);
        pool.change("user00", user -> user.withAttribute("email", "new@x.org", user.modified()));

        assertThat(usernames(list(pool, "email = \"new@x.org\""))).containsExactly("user00");
        assertThat(usernames(list(pool, "email = \"u00@x.org\""))).isEmpty();
    }

    @Test
    void usersOfOtherPoolsAreNotFound() {
        TestPool pool = server.pool("");

        assertThat(usernames(list(pool, "username = \"alice\""))).isEmpty();
    }
}
