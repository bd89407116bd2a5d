package dev.cognate.pools;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What ListUserPools shows, page by page (oauth-config B17). */
final class ListUserPoolsTest extends PoolRoom {
    @Test
    void listsShowThePoolsOfTheRegionPageByPage() {
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(api.pool("\"LambdaConfig\":{\"PreSignUp\":\"arn:aws:lambda:us-east-1:123456789012:function:f\"}"));
        }
        api.answer("CreateUserPool", "{\"PoolName\":\"elsewhere\"}", "us-east-10");
        api.answer("CreateUserPool", "{\"PoolName\":\"elsewhere\"}", "us-east");

        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            String page = api.answer("ListUserPools", "{\"MaxResults\":2" + token + "}");
            for (String entry : page.split("\\{\"CreationDate\":1795226400.123,", -1)) {
                if (entry.startsWith("\"Id\"")) {
                    String id = member("Id", entry);
                    seen.add(id);
                    assertThat(entry)
                            .startsWith("\"Id\":\"" + id + "\",\"LambdaConfig\":{\"PreSignUp\":"
                                    + "\"arn:aws:lambda:us-east-1:123456789012:function:f\"},"
                                    + "\"LastModifiedDate\":1795226400.123,\"Name\":\"people\"}");
                }
            }
            token = page.contains("NextToken") ? ",\"NextToken\":\"" + member("NextToken", page) + "\"" : "";
            assertThat(seen.size()).isEqualTo(token.isEmpty() ? 5 : seen.size() / 2 * 2);
        } while (!token.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ids);
        assertThat(api.answer("ListUserPools", "{\"MaxResults\":60}", "eu-central-1"))
                .isEqualTo("{\"UserPools\":[]}");
    }

    @Test
    void aTokenOfAnotherRegionOrNoTokenIsRefused() {
        api.pool("");
        api.pool("");
        String token = member("NextToken", api.answer("ListUserPools", "{\"MaxResults\":1}"));

        String request = "{\"MaxResults\":1,\"NextToken\":\"" + token + "\"}";
        assertThat(api.answer("ListUserPools", request)).doesNotContain("NextToken");
        assertThat(api.refusal("ListUserPools", request, "eu-west-1"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(api.refusal("ListUserPools", "{\"MaxResults\":1,\"NextToken\":\"abc\"}"))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(api.refusal("ListUserPools", "{}"))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value null at 'maxResults' failed"
                        + " to satisfy constraint: Member must not be null");
    }
}
