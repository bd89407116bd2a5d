package dev.cognate.coverage;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.devices.TestDevice;
import dev.cognate.passkeys.TestAuthenticator;
import dev.cognate.passkeys.TestPasskeys;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A paginated list, how a pool gets at least three things that it shows, and how it is asked for.
 *
 * @param operation the operation
 * @param limit the member that limits a page
 * @param token the member that holds the token of the next page, in requests and answers
 * @param key the member that identifies what is listed
 * @param seed fills the list in a pool, and returns the members by which a request names it
 */
record Listing(String operation, String limit, String token, String key, Function<TestPool, String> seed) {
    private static final List<String> NAMES = List.of("b", "a", "c");

    /** All lists that can have more than one page. Reference: oauth-config B17. */
    static List<Listing> all() {
        return List.of(
                new Listing("ListUserPools", "MaxResults", "NextToken", "Id", Listing::pools),
                new Listing("ListUserPoolClients", "MaxResults", "NextToken", "ClientId", Listing::clients),
                new Listing("ListUsers", "Limit", "PaginationToken", "Username", Listing::users),
                new Listing("ListGroups", "Limit", "NextToken", "GroupName", Listing::groups),
                new Listing("ListUsersInGroup", "Limit", "NextToken", "Username", Listing::members),
                new Listing("AdminListGroupsForUser", "Limit", "NextToken", "GroupName", Listing::groupsOfUser),
                new Listing("ListIdentityProviders", "MaxResults", "NextToken", "ProviderName", Listing::providers),
                new Listing("ListResourceServers", "MaxResults", "NextToken", "Identifier", Listing::resourceServers),
                new Listing("ListTerms", "MaxResults", "NextToken", "TermsId", Listing::terms),
                new Listing("ListUserImportJobs", "MaxResults", "PaginationToken", "JobId", Listing::importJobs),
                new Listing("AdminListUserAuthEvents", "MaxResults", "NextToken", "EventId", Listing::events),
                new Listing("AdminListDevices", "Limit", "PaginationToken", "DeviceKey", Listing::devices),
                new Listing("ListDevices", "Limit", "PaginationToken", "DeviceKey", Listing::ownDevices),
                new Listing("ListWebAuthnCredentials", "MaxResults", "NextToken", "CredentialId", Listing::passkeys));
    }

    /** Whether the form of its tokens is known from the service, and can be read. Reference: lifecycle H, auth 23. */
    boolean tokensAreOpen() {
        return operation.equals("ListUserImportJobs") || operation.equals("AdminListUserAuthEvents");
    }

    /** One page. */
    Reply page(TestPool pool, String members, int size, String after) {
        String position = after.isEmpty() ? "" : ",\"" + token + "\":\"" + after + "\"";
        String request = "\"" + limit + "\":" + size + position;
        return pool.server().call(operation, "{" + members + (members.isEmpty() ? "" : ",") + request + "}");
    }

    /** What a page shows, by its keys. */
    List<String> items(Reply page) {
        return Pattern.compile("\"" + key + "\":\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** The token of the next page, empty on the last one. */
    String next(Reply page) {
        return page.body().contains("\"" + token + "\":") ? page.member(token) : "";
    }

    @Override
    public String toString() {
        return operation;
    }

    private static String named(TestPool pool) {
        return "\"UserPoolId\":\"" + pool.id() + "\"";
    }

    private static void done(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
    }

    private static String pools(TestPool pool) {
        NAMES.forEach(_ -> pool.server().pool(""));
        return "";
    }

    private static String clients(TestPool pool) {
        NAMES.forEach(_ -> pool.newClient("\"GenerateSecret\":false"));
        return named(pool);
    }

    private static String users(TestPool pool) {
        NAMES.forEach(name -> done(pool.signUpWith(name, "[]")));
        return named(pool);
    }

    private static String groups(TestPool pool) {
        NAMES.forEach(name -> done(pool.adminCall("CreateGroup", "\"GroupName\":\"" + name + "\"")));
        return named(pool);
    }

    private static void join(TestPool pool, String user, String group) {
        String members = "\"Username\":\"" + user + "\",\"GroupName\":\"" + group + "\"";
        done(pool.adminCall("AdminAddUserToGroup", members));
    }

    private static String members(TestPool pool) {
        users(pool);
        groups(pool);
        NAMES.forEach(name -> join(pool, name, "a"));
        return named(pool) + ",\"GroupName\":\"a\"";
    }

    private static String groupsOfUser(TestPool pool) {
        users(pool);
        groups(pool);
        NAMES.forEach(name -> join(pool, "a", name));
        return named(pool) + ",\"Username\":\"a\"";
    }

    private static String providers(TestPool pool) {
        for (String name : List.of("Google", "Facebook", "LoginWithAmazon")) {
            done(pool.adminCall("CreateIdentityProvider", """
                "ProviderName":"%1$s","ProviderType":"%1$s",\
                "ProviderDetails":{"client_id":"id","client_secret":"secret","authorize_scopes":"%2$s"}\
                """.formatted(
                            name, name.equals("Facebook") ? "public_profile" : "profile")));
        }
        return named(pool);
    }

    private static String resourceServers(TestPool pool) {
        NAMES.forEach(name ->
                done(pool.adminCall("CreateResourceServer", "\"Name\":\"API\",\"Identifier\":\"api-" + name + "\"")));
        return named(pool);
    }

    private static String terms(TestPool pool) {
        NAMES.forEach(_ -> {
            String client = pool.newClient("\"GenerateSecret\":false").member("ClientId");
            done(pool.adminCall("CreateTerms", """
                "ClientId":"%s","TermsName":"terms-of-use","TermsSource":"LINK","Enforcement":"NONE",\
                "Links":{"cognito:default":"https://example.com/terms"}\
                """.formatted(client)));
        });
        return named(pool);
    }

    private static String importJobs(TestPool pool) {
        NAMES.forEach(name -> done(pool.adminCall("CreateUserImportJob", """
            "JobName":"%s","CloudWatchLogsRoleArn":"arn:aws:iam::123456789012:role/logs\"\
            """.formatted(name))));
        return named(pool);
    }

    private static String events(TestPool pool) {
        done(pool.adminCall("UpdateUserPool", """
            "UserPoolTier":"PLUS","UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT"},\
            "AutoVerifiedAttributes":["email"]\
            """));
        pool.signUp("jane", "jane@example.com");
        pool.resend("jane");
        pool.resend("jane");
        return named(pool) + ",\"Username\":\"jane\"";
    }

    private static String devices(TestPool pool) {
        done(pool.adminCall("UpdateUserPool", TestDevice.OPT_IN));
        pool.confirmed("jane", "[]");
        NAMES.forEach(_ -> TestDevice.confirmed(pool, "jane"));
        return named(pool) + ",\"Username\":\"jane\"";
    }

    private static String ownDevices(TestPool pool) {
        devices(pool);
        return "\"AccessToken\":\"" + pool.accessToken("jane") + "\"";
    }

    private static String passkeys(TestPool pool) {
        done(pool.adminCall("UpdateUserPool", TestPasskeys.ALLOWED));
        done(pool.adminCall("SetUserPoolMfaConfig", "\"WebAuthnConfiguration\":{\"RelyingPartyId\":\"example.com\"}"));
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        NAMES.forEach(_ -> done(TestPasskeys.register(pool, token, new TestAuthenticator())));
        return "\"AccessToken\":\"" + token + "\"";
    }
}
