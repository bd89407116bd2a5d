package dev.cognate.clients;

import dev.cognate.wire.model.UserPoolClientType;

/** What an answer shows of a client: its configuration and, in clear as the service has it, its first secret. */
final class ShownClient {
    private ShownClient() {}

    static UserPoolClientType of(Client client) {
        return client.config().toBuilder()
                .clientSecret(
                        client.secrets().isEmpty() ? null : client.secrets().getFirst())
                .build();
    }
}
