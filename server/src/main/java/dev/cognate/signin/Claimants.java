package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.verification.Concealment;

/** Finds out whom names stand for, and has clients prove their secret over the name. */
final class Claimants {
    private final Users users;
    private final Concealment concealment;

    Claimants(Signin.Collaborators with) {
        this.users = with.users();
        this.concealment = with.sending().concealment();
    }

    /**
     * Whom the request's name stands for. A user who signs in elsewhere (EXTERNAL_PROVIDER) is nobody here.
     *
     * @throws dev.cognate.wire.fault.NotAuthorizedException the client did not prove its secret. Reference: auth 10
     */
    Claimant find(Step step) {
        String name = step.username();
        Claimant claimant = find(step.pool(), name);
        checkSecret(step.client(), name, claimant.username(step.pool()), step.parameters());
        return claimant;
    }

    /** Whom a name stands for. */
    Claimant find(Pool pool, String name) {
        return switch (users.find(pool, name)) {
            case Lookup.Found(User user) when user.status() != UserStatus.EXTERNAL_PROVIDER -> new Claimant.Known(user);
            // Not by the id that may have been typed, which is this user's.
            case Lookup.Found _ -> new Claimant.Unknown(name, concealment.invented(pool, name));
            case Lookup.Absent _ -> new Claimant.Unknown(name, concealment.nobody(pool, name));
        };
    }

    /** A client without a secret has nothing to prove, whatever hash it sends. */
    private static void checkSecret(Client client, String sent, String realName, Parameters parameters) {
        if (!client.secrets().isEmpty()) {
            client.checkSecretHash(sent, realName, parameters.find("SECRET_HASH"));
        }
    }
}
