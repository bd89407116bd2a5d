package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.ClientId;
import org.junit.jupiter.api.Test;

/** The end of a secret. Reference: oauth-config B6. */
final class DeleteUserPoolClientSecretTest extends ClientRoom {
    private String body(String id, String secretId) {
        return request(id).replace("}", ",\"ClientSecretId\":\"" + secretId + "\"}");
    }

    @Test
    void aDeletedSecretProvesNothingAnyMore() {
        String created = create("\"GenerateSecret\":true");
        String id = member("ClientId", created);
        String second = member("ClientSecretValue", api.answer("AddUserPoolClientSecret", request(id)));
        String first = member("ClientSecretId", api.answer("ListUserPoolClientSecrets", request(id)));
        assertThat(clients.require(new ClientId(id)).secrets()).hasSize(2);

        assertThat(api.answer("DeleteUserPoolClientSecret", body(id, first))).isEqualTo("{}");

        assertThat(clients.require(new ClientId(id)).secrets()).containsExactly(second);
        assertThat(member("ClientSecret", describe(id))).isEqualTo(second);
    }

    /** "The last one cannot be deleted." */
    @Test
    void theLastSecretStays() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        String only = member("ClientSecretId", api.answer("ListUserPoolClientSecrets", request(id)));

        assertThat(api.refusal("DeleteUserPoolClientSecret", body(id, only)))
                .isEqualTo(
                        "InvalidParameterException: The only client secret of a user pool client cannot be deleted.");
    }

    @Test
    void whatIsNotThereIsRefused() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));

        assertThat(api.refusal("DeleteUserPoolClientSecret", body(id, "other")))
                .isEqualTo("ResourceNotFoundException: User pool client " + id + " has no such client secret.");
        assertThat(api.refusal("DeleteUserPoolClientSecret", body("nobody", "other")))
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
        assertThat(api.refusal("DeleteUserPoolClientSecret", body(member("ClientId", create("")), "other")))
                .isEqualTo("InvalidParameterException: The user pool client was created without a client secret.");
    }
}
