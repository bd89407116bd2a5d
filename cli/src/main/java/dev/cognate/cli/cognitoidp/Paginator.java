package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Whole;
import dev.cognate.cli.json.PythonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an operation lists things in pages. Reference: oauth-config B17, the operations that have a paginator.
 *
 * @param limit the member of the request that bounds a page
 * @param token the member, of request and answer, that leads to the next page
 * @param result the member of the answer that holds what is listed
 */
record Paginator(String limit, String token, String result) {

    /** The paginator of an operation; null for one that the command line does not page. */
    static @Nullable Paginator of(String operation) {
        return switch (operation) {
            case "ListUserPools" -> new Paginator("MaxResults", "NextToken", "UserPools");
            case "ListUserPoolClients" -> new Paginator("MaxResults", "NextToken", "UserPoolClients");
            case "ListUsers" -> new Paginator("Limit", "PaginationToken", "Users");
            case "ListUsersInGroup" -> new Paginator("Limit", "NextToken", "Users");
            case "ListGroups", "AdminListGroupsForUser" -> new Paginator("Limit", "NextToken", "Groups");
            case "ListIdentityProviders" -> new Paginator("MaxResults", "NextToken", "Providers");
            case "ListResourceServers" -> new Paginator("MaxResults", "NextToken", "ResourceServers");
            case "AdminListUserAuthEvents" -> new Paginator("MaxResults", "NextToken", "AuthEvents");
            default -> null;
        };
    }

    /** A request with so many things in a page; the number is one that {@code --page-size} takes. */
    Entries bounded(Entries request, String size) {
        Map<String, JsonValue> members = new LinkedHashMap<>(request.members());
        String digits = PythonText.integer(size);
        members.put(limit, new Whole(digits == null ? size : digits));
        return new Entries(members);
    }

    /** Whether a request steers the pages itself, so that the command line leaves them alone. */
    boolean isSteered(Entries request) {
        return request.get(limit) != null || request.get(token) != null;
    }
}
