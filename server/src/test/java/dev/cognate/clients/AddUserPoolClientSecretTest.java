package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ClientTypeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A second secret beside the first. Reference: oauth-config B6. */
final class AddUserPoolClientSecretTest extends ClientRoom {
    private static final String GIVEN = "abcdefghijklmnopqrstuvwx";

    private String add(String id, String members) {
        return api.answer("AddUserPoolClientSecret", body(id, members));
    }

    private String refused(String id, String members) {
        return api.refusal("AddUserPoolClientSecret", body(id, members));
    }

    private String body(String id, String members) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\"" + members + "}";
    }

    /** Clause auth 10.t3. "Both secrets are valid for SECRET_HASH … until deleted." */
    @Test
    void eitherSecretProvesTheClient() {
        String created = create("\"GenerateSecret\":true");
        String id = member("ClientId", created);

        String added = add(id, "");

        String second = member("ClientSecretValue", added);
        assertThat(second).matches("[0-9a-z]{51}");
        assertThat(member("ClientSecretId", added)).isNotEmpty();
        assertThat(added).contains("\"ClientSecretCreateDate\":1795226400.123");
        Client client = clients.require(new ClientId(id));
        for (String secret : List.of(member("ClientSecret", created), second)) {
            assertThatCode(() -> client.checkSecretHash("jane", SecretHash.of(secret, "jane", id)))
                    .doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> client.checkSecretHash("jane", SecretHash.of(GIVEN, "jane", id)))
                .isInstanceOf(NotAuthorizedException.class);
    }

    /** "Caller may supply the secret (24–64 [\w+]+)." */
    @Test
    void theCallerMayBringTheSecretAndItIsStoredSealed() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));

        assertThat(member("ClientSecretValue", add(id, ",\"ClientSecret\":\"" + GIVEN + "\"")))
                .isEqualTo(GIVEN);
        assertThat(clients.require(new ClientId(id)).secrets()).contains(GIVEN);
        List<byte[]> stored = store.read(tx -> tx.list("SELECT sealed FROM client_secrets", row -> row.bytes(1)));
        assertThat(stored)
                .hasSize(2)
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(GIVEN));
        assertThat(refused(id, ",\"ClientSecret\":\"short\"")).startsWith("InvalidParameterException: ");
    }

    /** "At most 2 active secrets per client (third → LimitExceededException)." */
    @Test
    void aThirdSecretIsRefused() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        add(id, "");

        assertThat(refused(id, ""))
                .isEqualTo("LimitExceededException: A user pool client cannot have more than two client secrets.");
        assertThat(clients.require(new ClientId(id)).secrets()).hasSize(2);
    }

    @Test
    void theSameSecretTwiceIsRefused() {
        String id = member("ClientId", create("\"ClientSecret\":\"" + GIVEN + "\""));

        assertThat(refused(id, ",\"ClientSecret\":\"" + GIVEN + "\""))
                .isEqualTo("InvalidParameterException: The user pool client has this client secret already.");
    }

    @Test
    void aClientWithoutASecretStaysWithout() {
        assertThat(refused(member("ClientId", create("")), ""))
                .isEqualTo("InvalidParameterException: The user pool client was created without a client secret.");
    }

    /** newer: "DCR clients have no secret operations." */
    @Test
    void aRegisteredClientHasNoSecretOperations() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        clients.change(
                new PoolId(pool),
                new ClientId(id),
                (_, before) -> new Client(
                        before.id(),
                        before.pool(),
                        before.config().toBuilder()
                                .clientType(ClientTypeType.DCR)
                                .build(),
                        before.secrets()));

        String refusal = "InvalidParameterException: The secret of a dynamically registered client cannot be changed.";
        assertThat(refused(id, "")).isEqualTo(refusal);
        assertThat(api.refusal("ListUserPoolClientSecrets", body(id, ""))).isEqualTo(refusal);
        assertThat(api.refusal("DeleteUserPoolClientSecret", body(id, ",\"ClientSecretId\":\"any\"")))
                .isEqualTo(refusal);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(refused("nobody", ""))
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
        assertThat(api.refusal("AddUserPoolClientSecret", "{\"UserPoolId\":\"us-east-1_NONE\",\"ClientId\":\"a\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        assertThat(api.refusal("AddUserPoolClientSecret", body(id, ""), "eu-west-1"))
                .startsWith("ResourceNotFoundException: ");
    }
}
