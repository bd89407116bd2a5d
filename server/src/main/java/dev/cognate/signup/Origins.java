package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.triggers.Origin;
import dev.cognate.wire.Call;

/** Where the trigger events of this room come from. */
final class Origins {
    private Origins() {}

    static Origin of(Client client, String username, Call call) {
        return new Origin(client.pool().id(), username, client.id(), call.userAgent());
    }
}
