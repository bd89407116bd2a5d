package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.domain.ClientId;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That nothing stays of a deleted client (oauth-config B4, B5). */
final class DeleteUserPoolClientTest extends ClientRoom {
    @Test
    void aDeletedClientIsGoneWithItsSecret() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        String other = member("ClientId", create("\"GenerateSecret\":true"));
        clients.require(new ClientId(id));

        assertThat(api.answer("DeleteUserPoolClient", request(id))).isEmpty();

        assertThatThrownBy(() -> clients.require(new ClientId(id)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("User pool client " + id + " does not exist.");
        assertThat(api.refusal("DescribeUserPoolClient", request(id)))
                .isEqualTo("ResourceNotFoundException: User pool client " + id + " does not exist.");
        assertThat(store.<List<String>>read(
                        tx -> tx.list("SELECT client_id FROM client_secrets", row -> row.string(1))))
                .containsExactly(other);
        assertThat(store.<List<String>>read(tx -> tx.list("SELECT client_id FROM client_pools", row -> row.string(1))))
                .containsExactly(other);
    }

    @Test
    void clientsGoWithTheirPool() {
        String id = member("ClientId", create("\"GenerateSecret\":true"));
        clients.require(new ClientId(id));

        api.answer("DeleteUserPool", "{\"UserPoolId\":\"" + pool + "\"}");

        assertThatThrownBy(() -> clients.require(new ClientId(id)))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessage("User pool client " + id + " does not exist.");
        for (String table : List.of("clients", "client_pools", "client_secrets")) {
            assertThat(store.<List<String>>read(tx -> tx.list("SELECT client_id FROM " + table, row -> row.string(1))))
                    .isEmpty();
        }
    }
}
