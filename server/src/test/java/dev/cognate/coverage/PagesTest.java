package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every list comes page by page, and its tokens are good for the list that they were issued for. Reference: oauth-config
 * B17.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String REFUSED = "InvalidParameterException: Invalid pagination token";

    /** Lists that never have a second page: all that there is fits into one. */
    private static final Set<String> ONE_PAGE =
            Set.of("AdminListUserSessions", "ListUserPoolClientSecrets", "ListUserPoolReplicas", "ListUserSessions");

    private final TestServer server = TestServer.start();

    @AfterAll
    void stop() {
        server.close();
    }

    static Stream<Listing> lists() {
        return Listing.all().stream();
    }

    /** The lists whose tokens are sealed, and of one pool. */
    static Stream<Listing> listsOfAPool() {
        return lists().filter(list -> !list.operation().equals("ListUserPools"));
    }

    /** "Tokens: opaque, [\S]+, ≥ 1 char; absent on the last page." */
    @ParameterizedTest
    @MethodSource("lists")
    void pagesOfOneAreTheWholeListInItsOrder(Listing list) {
        TestPool pool = server.pool("");
        String members = list.seed().apply(pool);

        List<String> whole = walk(list, pool, members, 20);
        assertThat(whole).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(walk(list, pool, members, 1)).isEqualTo(whole);
    }

    private static List<String> walk(Listing list, TestPool pool, String members, int size) {
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            Reply page = list.page(pool, members, size, token);
            List<String> items = list.items(page);
            assertThat(items).as(page.body()).hasSizeBetween(1, size);
            seen.addAll(items);
            token = list.next(page);
            assertThat(token).matches("\\S*");
        } while (!token.isEmpty());
        return seen;
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aTextThatIsNoTokenIsRefused(Listing list) {
        TestPool pool = server.pool("");
        String members = list.seed().apply(pool);

        for (String text : List.of("garbage", "A".repeat(200), "a#b")) {
            assertThat(list.page(pool, members, 1, text).outcome()).as(text).isEqualTo(REFUSED);
        }
    }

    /** "Token must be used with the same request parameters." */
    @ParameterizedTest
    @MethodSource("listsOfAPool")
    void theTokenOfAnotherPoolIsRefused(Listing list) {
        TestPool pool = server.pool("");
        TestPool other = server.pool("");
        String members = list.seed().apply(pool);
        String token = list.next(list.page(other, list.seed().apply(other), 1, ""));

        assertThat(list.page(pool, members, 1, token).outcome()).isEqualTo(REFUSED);
    }

    /** A list in a pool, with the members by which it is named there. */
    private record Filled(Listing list, TestPool pool, String members) {
        Reply page(String after) {
            return list.page(pool, members, 1, after);
        }
    }

    @Test
    void theTokenOfAnotherListIsRefused() {
        List<Filled> filled = new ArrayList<>();
        for (Listing list : Listing.all()) {
            TestPool pool = server.pool("");
            filled.add(new Filled(list, pool, list.seed().apply(pool)));
        }

        for (Filled other : filled) {
            String token = other.list.next(other.page(""));
            for (Filled each : filled) {
                if (!each.equals(other)) {
                    assertThat(each.page(token).outcome())
                            .as(other.list + " for " + each.list)
                            .isEqualTo(REFUSED);
                }
            }
        }
    }

    /** Not those of administrators' lists with tokens that can be read, nor of users, whose access tokens end first. */
    static Stream<Listing> listsWhoseTokensAge() {
        return lists().filter(list -> !list.tokensAreOpen())
                .filter(list ->
                        !Set.of("ListDevices", "ListWebAuthnCredentials").contains(list.operation()));
    }

    /** A sealed token is good for an hour. */
    @ParameterizedTest
    @MethodSource("listsWhoseTokensAge")
    void aTokenThatIsTooOldIsRefused(Listing list) {
        TestPool pool = server.pool("");
        String members = list.seed().apply(pool);
        String token = list.next(list.page(pool, members, 1, ""));

        server.clock().advance(Duration.ofMinutes(59));
        assertThat(list.page(pool, members, 1, token).status()).isEqualTo(200);
        server.clock().advance(Duration.ofMinutes(2));
        assertThat(list.page(pool, members, 1, token).outcome()).isEqualTo(REFUSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ListUsers           | \"Filter\":\"username ^= \\\"a\\\"\"",
                "ListUsers           | \"AttributesToGet\":[\"sub\"]",
                "ListUserPoolClients | \"ClientType\":\"REGULAR\""
            })
    void theTokenOfAnotherFilterIsRefused(String operation, String filter) {
        Listing list = lists().filter(each -> each.operation().equals(operation))
                .findFirst()
                .orElseThrow();
        TestPool pool = server.pool("");
        String members = list.seed().apply(pool);
        String token = list.next(list.page(pool, members, 1, ""));

        assertThat(list.page(pool, members + "," + filter, 1, token).outcome()).isEqualTo(REFUSED);
    }

    /** No token was ever issued. */
    @Test
    void aListOfOnePageTakesNoToken() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String token = ",\"NextToken\":\"garbage\"";

        assertThat(pool.adminCall("ListUserPoolReplicas", token.substring(1)).outcome())
                .isEqualTo(REFUSED);
        assertThat(pool.adminCall("ListUserPoolClientSecrets", "\"ClientId\":\"" + pool.client() + "\"" + token)
                        .outcome())
                .isEqualTo(REFUSED);
        assertThat(pool.adminCall("AdminListUserSessions", "\"Username\":\"jane\"" + token)
                        .outcome())
                .isEqualTo(REFUSED);
        assertThat(pool.callAs(pool.accessToken("jane"), "ListUserSessions", token.substring(1))
                        .outcome())
                .isEqualTo(REFUSED);
    }

    @Test
    void everyOperationWithATokenIsAmongTheLists() {
        ApiModel model = ApiModel.read();
        Set<String> paginated = new TreeSet<>(model.operations("InvalidParameterException", "NextToken"));
        paginated.addAll(model.operations("InvalidParameterException", "PaginationToken"));
        Set<String> listed = lists().map(Listing::operation).collect(Collectors.toCollection(TreeSet::new));
        listed.addAll(ONE_PAGE);

        assertThat(listed).isEqualTo(paginated);
    }
}
