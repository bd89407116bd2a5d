package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.ClientId;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the door gives other rooms: clients with their pools, copies that age, clients with a chosen id. */
final class ClientsTest extends ClientRoom {
    @Test
    void aChosenIdIsTakenOnceOverAllPools() {
        ClientId id = new ClientId("12a3b456c7de890f11g123hijk");
        CreateUserPoolClientRequest request = CreateUserPoolClientRequest.builder()
                .userPoolId(pool)
                .clientName("demo")
                .build();

        assertThat(clients.create(id, request).id()).isEqualTo(id);
        assertThat(describe(id.value())).contains("\"ClientName\":\"demo\"");
        assertThatThrownBy(() -> clients.create(
                        id, request.toBuilder().userPoolId(api.pool("")).build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The app client 12a3b456c7de890f11g123hijk exists already.");
    }

    @Test
    void aClientIsFoundWithItsPoolAsItIsNow() {
        ClientId id = new ClientId(member("ClientId", create("")));
        assertThat(clients.require(id).pool().autoVerified()).isEmpty();

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + pool + "\",\"AutoVerifiedAttributes\":[\"email\"]}");

        assertThat(clients.require(id).pool().autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(clients.require(id).pool())
                .isSameAs(pools.find(clients.require(id).pool().id()));
    }

    @Test
    void aNodeSeesItsOwnChangesAtOnceAndThoseOfOthersInTime() {
        ClientId id = new ClientId(member("ClientId", create("\"GenerateSecret\":true")));
        Clients other = new Clients(store, pools, keys, randomness, time, time);
        Client before = other.require(id);
        assertThat(clients.require(id).concealsUsers()).isFalse();
        assertThat(other.require(id).config()).as("not decoded again").isSameAs(before.config());

        api.answer(
                "UpdateUserPoolClient",
                request(id.value()).replace("}", ",\"PreventUserExistenceErrors\":\"ENABLED\"}"));

        assertThat(clients.require(id).concealsUsers()).isTrue();
        assertThat(other.require(id).concealsUsers()).isFalse();
        time.advance(Duration.ofSeconds(1));
        assertThat(other.require(id).concealsUsers()).isTrue();
    }

    @Test
    void theStoredSecretProvesItself() {
        String created = create("\"GenerateSecret\":true");
        ClientId id = new ClientId(member("ClientId", created));
        String hash = SecretHash.of(member("ClientSecret", created), "jane", id.value());

        clients.require(id).checkSecretHash("jane", hash);
    }
}
