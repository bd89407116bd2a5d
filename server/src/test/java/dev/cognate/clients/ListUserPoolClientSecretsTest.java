package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The secrets of a client, described. Reference: oauth-config B6. */
final class ListUserPoolClientSecretsTest extends ClientRoom {

    /** "Descriptors without ClientSecretValue." */
    @Test
    void secretsAreListedOldestFirstWithoutTheirValues() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        String added = api.answer("AddUserPoolClientSecret", request(id));

        String listed = api.answer("ListUserPoolClientSecrets", request(id));

        String first = member("ClientSecretId", listed);
        assertThat(listed)
                .isEqualTo("{\"ClientSecrets\":[{\"ClientSecretCreateDate\":1795226400.123,\"ClientSecretId\":\"%s\"},"
                                .formatted(first)
                        + "{\"ClientSecretCreateDate\":1795226400.123,\"ClientSecretId\":\"%s\"}]}"
                                .formatted(member("ClientSecretId", added)));
    }

    @Test
    void aPublicClientHasNone() {
        assertThat(api.answer("ListUserPoolClientSecrets", request(member("ClientId", create("")))))
                .isEqualTo("{\"ClientSecrets\":[]}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(api.refusal("ListUserPoolClientSecrets", request("nobody")))
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
        String id = member("ClientId", create(""));
        assertThat(api.refusal(
                        "ListUserPoolClientSecrets", request(id).replace("}", ",\"NextToken\":\"another-page\"}")))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }
}
