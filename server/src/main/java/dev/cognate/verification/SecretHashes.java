package dev.cognate.verification;

import dev.cognate.clients.Client;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import org.jspecify.annotations.Nullable;

/** Checks secret hashes where the user is looked for. Reference: lifecycle A5. */
public final class SecretHashes {
    private SecretHashes() {}

    /** Accepts the hash over the name as it was sent, and the one over the real username. */
    public static void check(Client client, String submitted, Lookup lookup, @Nullable String secretHash) {
        switch (lookup) {
            case Lookup.Found(User user) -> client.checkSecretHash(submitted, user.username(), secretHash);
            case Lookup.Absent _ -> client.checkSecretHash(submitted, secretHash);
        }
    }
}
