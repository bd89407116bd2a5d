package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What ListUserPoolClients shows, page by page (oauth-config B17). */
final class ListUserPoolClientsTest extends ClientRoom {
    @Test
    void listsShowTheClientsOfThePoolPageByPage() {
        String elsewhere = api.pool("");
        api.answer("CreateUserPoolClient", "{\"UserPoolId\":\"" + elsewhere + "\",\"ClientName\":\"web\"}");
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(member("ClientId", create("\"GenerateSecret\":true")));
        }
        List<String> entries = ids.stream()
                .map(id -> "{\"ClientId\":\"" + id + "\",\"ClientName\":\"web\",\"UserPoolId\":\"" + pool + "\"}")
                .toList();
        String of = "{\"UserPoolId\":\"" + pool + "\"";

        assertThat(api.answer("ListUserPoolClients", of + "}"))
                .isEqualTo("{\"UserPoolClients\":[" + String.join(",", entries) + "]}");
        String first = api.answer("ListUserPoolClients", of + ",\"MaxResults\":3}");
        String token = member("NextToken", first);
        assertThat(first)
                .isEqualTo("{\"NextToken\":\"" + token + "\",\"UserPoolClients\":["
                        + String.join(",", entries.subList(0, 3)) + "]}");
        assertThat(api.answer("ListUserPoolClients", of + ",\"MaxResults\":3,\"NextToken\":\"" + token + "\"}"))
                .isEqualTo("{\"UserPoolClients\":[" + String.join(",", entries.subList(3, 5)) + "]}");
        assertThat(api.refusal(
                        "ListUserPoolClients",
                        "{\"UserPoolId\":\"" + elsewhere + "\",\"NextToken\":\"" + token + "\"}"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }

    @Test
    void listsCanShowTheClientsOfOneType() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(member("ClientId", create("")));
        }
        ids.sort(null);
        for (String id : List.of(ids.get(4), ids.get(6))) {
            store.write(tx ->
                    tx.update("UPDATE clients SET config = replace(config, 'REGULAR', 'DCR') WHERE client_id = ?", id));
        }
        String of = "{\"UserPoolId\":\"" + pool + "\",\"ClientType\":";

        String registered = api.answer("ListUserPoolClients", of + "\"DCR\",\"MaxResults\":1}");
        assertThat(registered).contains(ids.get(4)).doesNotContain(ids.get(6));
        assertThat(api.answer(
                        "ListUserPoolClients",
                        of + "\"DCR\",\"MaxResults\":1,\"NextToken\":\"" + member("NextToken", registered) + "\"}"))
                .contains(ids.get(6))
                .doesNotContain("NextToken");
        assertThat(api.answer("ListUserPoolClients", of + "\"REGULAR\",\"MaxResults\":5}"))
                .contains(ids.get(0), ids.get(1), ids.get(2), ids.get(3), ids.get(5))
                .doesNotContain("NextToken", ids.get(4));
        assertThat(api.refusal(
                        "ListUserPoolClients",
                        of + "\"REGULAR\",\"NextToken\":\"" + member("NextToken", registered) + "\"}"))
                .as("another type than the token's")
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }
}
