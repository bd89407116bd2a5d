package dev.cognate.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.SecretHash;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.PreventUserExistenceErrorTypes;
import dev.cognate.wire.model.SchemaAttributeType;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolType;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client checks and allows (lifecycle A5, C3). */
final class ClientTest {
    private static final String FIRST = "first-secret-of-the-client";
    private static final String SECOND = "second-secret-of-the-client";
    private static final ClientId ID = new ClientId("12a3b456c7de890f11g123hijk");

    @Test
    void theHashOfTheUsernameAsSentIsTaken() {
        client(List.of(FIRST)).checkSecretHash("jane", SecretHash.of(FIRST, "jane", ID.value()));
    }

    @Test
    void theHashOfTheRealUsernameIsTakenToo() {
        Client client = client(List.of(FIRST));

        client.checkSecretHash("jane@example.com", "jane", SecretHash.of(FIRST, "jane", ID.value()));
        client.checkSecretHash("jane@example.com", "jane", SecretHash.of(FIRST, "jane@example.com", ID.value()));
        assertRefused(
                client,
                "jane@example.com",
                SecretHash.of(FIRST, "jane", ID.value()),
                "Unable to verify secret hash for" + " client " + ID);
    }

    @Test
    void eitherOfTwoSecretsProves() {
        Client client = client(List.of(FIRST, SECOND));

        client.checkSecretHash("jane", SecretHash.of(FIRST, "jane", ID.value()));
        client.checkSecretHash("jane", SecretHash.of(SECOND, "jane", ID.value()));
    }

    @Test
    void aMissingHashIsRefused() {
        assertRefused(
                client(List.of(FIRST)),
                "jane",
                null,
                "Client " + ID + " is configured with secret but SECRET_HASH was not received");
    }

    @Test
    void aWrongHashIsRefused() {
        String wrong = "Unable to verify secret hash for client " + ID;

        assertRefused(client(List.of(FIRST)), "jane", SecretHash.of(SECOND, "jane", ID.value()), wrong);
        assertRefused(client(List.of(FIRST)), "jane", SecretHash.of(FIRST, "Jane", ID.value()), wrong);
        assertRefused(client(List.of(FIRST)), "jane", SecretHash.of(FIRST, "jane", "other"), wrong);
        assertRefused(client(List.of(FIRST)), "jane", FIRST, wrong);
    }

    @Test
    void aHashForAPublicClientIsRefused() {
        assertRefused(
                client(List.of()),
                "jane",
                SecretHash.of(FIRST, "jane", ID.value()),
                "Client " + ID + " is not configured for secret but secret was received");
        client(List.of()).checkSecretHash("jane", null);
    }

    @Test
    void aClientDoesNotPrintItsSecrets() {
        assertThat(client(List.of(FIRST, SECOND)).toString()).doesNotContain(FIRST, SECOND);
    }

    @Test
    void usersAreConcealedOnlyWhereAskedFor() {
        assertThat(client(b -> b).concealsUsers()).isFalse();
        assertThat(client(b -> b.preventUserExistenceErrors(PreventUserExistenceErrorTypes.LEGACY))
                        .concealsUsers())
                .isFalse();
        assertThat(client(b -> b.preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED))
                        .concealsUsers())
                .isTrue();
    }

    @Test
    void withoutListsAClientReadsAndWritesWhatUsersCan() {
        Client client = client(b -> b);

        assertThat(client.mayRead("email")).isTrue();
        assertThat(client.mayRead("sub")).isTrue();
        assertThat(client.mayRead("email_verified")).isTrue();
        assertThat(client.mayRead("custom:team")).isTrue();
        assertThat(client.mayRead("dev:custom:score")).isFalse();
        assertThat(client.mayRead("custom:none")).isFalse();
        assertThat(client.mayWrite("email")).isTrue();
        assertThat(client.mayWrite("custom:team")).isTrue();
        assertThat(client.mayWrite("sub")).isFalse();
        assertThat(client.mayWrite("email_verified")).isFalse();
        assertThat(client.mayWrite("phone_number_verified")).isFalse();
        assertThat(client.mayWrite("dev:custom:score")).isFalse();
        assertThat(client.mayWrite("custom:none")).isFalse();
    }

    @Test
    void listsSayWhatAClientReadsAndWrites() {
        Client client = client(b -> b.readAttributes(List.of("sub")).writeAttributes(List.of("email")));

        assertThat(client.mayRead("sub")).isTrue();
        assertThat(client.mayRead("email")).isFalse();
        assertThat(client.mayWrite("email")).isTrue();
        assertThat(client.mayWrite("custom:team")).isFalse();
        assertThat(client(b -> b.writeAttributes(List.of())).mayWrite("email"))
                .as("an empty list allows none")
                .isFalse();
    }

    private static void assertRefused(Client client, String username, @Nullable String hash, String message) {
        assertThatThrownBy(() -> client.checkSecretHash(username, hash))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage(message);
    }

    private static Client client(List<String> secrets) {
        return new Client(ID, pool(), UserPoolClientType.builder().build(), secrets);
    }

    private static Client client(UnaryOperator<UserPoolClientType.Builder> members) {
        return new Client(
                ID, pool(), members.apply(UserPoolClientType.builder()).build(), List.of());
    }

    private static Pool pool() {
        UserPoolType config = UserPoolType.builder()
                .schemaAttributes(List.of(
                        attribute("sub", false),
                        attribute("email", false),
                        attribute("email_verified", false),
                        attribute("phone_number_verified", false),
                        attribute("custom:team", false),
                        attribute("dev:custom:score", true)))
                .build();
        return new Pool(new PoolId("us-east-1_COGNATE01"), config);
    }

    private static SchemaAttributeType attribute(String name, boolean developerOnly) {
        return SchemaAttributeType.builder()
                .name(name)
                .developerOnlyAttribute(developerOnly)
                .build();
    }
}
