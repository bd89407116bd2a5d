package dev.cognate.clients;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.ClientSecretDescriptorType;
import dev.cognate.wire.model.ClientTypeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a client, of which it has two while one replaces the other. A client that was created without a secret
 * stays without. Reference: oauth-config B6, newer ("New members").
 */
final class ClientSecrets {
    private static final int MOST = 2;

    private final Store store;
    private final Clients clients;
    private final Randomness randomness;

    ClientSecrets(Store store, Clients clients, Randomness randomness) {
        this.store = store;
        this.clients = clients;
        this.randomness = randomness;
    }

    /**
     * Adds a secret.
     *
     * @param given the secret, null to make one
     * @return what is shown of it, with the secret
     */
    ClientSecretDescriptorType add(PoolId pool, ClientId id, @Nullable String given) {
        String secret = given == null ? randomness.clientSecret() : given;
        String secretId = randomness.uuid();
        return clients.around(pool, id, (tx, client) -> {
            requireRoom(client, secret);
            ClientsTable.insertSecret(tx, client, secretId, clients.seal(secret), clients.now());
            return new ClientSecretDescriptorType(secretId, secret, clients.now());
        });
    }

    private static void requireRoom(Client client, String secret) {
        requireSecrets(client);
        if (client.secrets().size() >= MOST) {
            throw new LimitExceededException(Texts.TOO_MANY_SECRETS);
        }
        if (client.secrets().contains(secret)) {
            throw new InvalidParameterException(Texts.SAME_SECRET);
        }
    }

    /** A client that registered itself has its secret from its registration. */
    private static void requireSecrets(Client client) {
        if (client.config().clientType() == ClientTypeType.DCR) {
            throw new InvalidParameterException(Texts.REGISTERED_CLIENT);
        }
        if (client.secrets().isEmpty()) {
            throw new InvalidParameterException(Texts.PUBLIC_CLIENT);
        }
    }

    /** What is shown of a client's secrets, oldest first, without the secrets. */
    List<ClientSecretDescriptorType> list(PoolId pool, ClientId id) {
        if (clients.read(pool, id).config().clientType() == ClientTypeType.DCR) {
            throw new InvalidParameterException(Texts.REGISTERED_CLIENT);
        }
        return store.read(tx -> ClientsTable.describedSecrets(tx, pool, id));
    }

    /**
     * Deletes a secret.
     *
     * @throws ResourceNotFoundException the client has no secret of that id
     * @throws InvalidParameterException it is the client's last one
     */
    void delete(PoolId pool, ClientId id, String secretId) {
        clients.around(pool, id, (tx, client) -> {
            requireSecrets(client);
            List<ClientSecretDescriptorType> secrets = ClientsTable.describedSecrets(tx, pool, id);
            if (secrets.stream().noneMatch(each -> secretId.equals(each.clientSecretId()))) {
                throw new ResourceNotFoundException(Texts.missingSecret(id));
            }
            if (secrets.size() == 1) {
                throw new InvalidParameterException(Texts.LAST_SECRET);
            }
            ClientsTable.deleteSecret(tx, pool, id, secretId);
            return true;
        });
    }
}
