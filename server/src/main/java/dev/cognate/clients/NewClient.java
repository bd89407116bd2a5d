package dev.cognate.clients;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.UserPoolClientType;
import java.time.Instant;
import java.util.List;

/**
 * Makes a client of a request. Reference: oauth-config B5, B6.
 *
 * @param randomness makes the secret
 * @param now when the client is created, in whole milliseconds
 */
record NewClient(Randomness randomness, Instant now) {

    /**
     * The client that the request leads to.
     *
     * @throws dev.cognate.wire.Fault a rule refuses it
     */
    Client of(Tx tx, ClientId id, Pool pool, CreateUserPoolClientRequest request) {
        List<String> secrets = secrets(request);
        UserPoolClientType asked = AskedClient.of(request);
        ClientRules.check(tx, asked, pool, !secrets.isEmpty());
        UserPoolClientType config = ClientDefaults.complete(asked).toBuilder()
                .clientId(id.value())
                .creationDate(now)
                .lastModifiedDate(now)
                .build();
        return new Client(id, pool, config, secrets);
    }

    private List<String> secrets(CreateUserPoolClientRequest request) {
        boolean generate = Boolean.TRUE.equals(request.generateSecret());
        String given = request.clientSecret();
        if (given == null) {
            return generate ? List.of(randomness.clientSecret()) : List.of();
        }
        if (generate) {
            throw new InvalidParameterException(Texts.TWO_SECRETS);
        }
        return List.of(given);
    }
}
