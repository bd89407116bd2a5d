package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.WebAuthnNotEnabledException;
import java.util.List;
import java.util.function.Function;

/** What both halves of a registration refuse. Reference: auth 21.1. */
final class Registrations {
    private static final int MOST = 20;

    private Registrations() {}

    /**
     * The domain of a pool whose users can have passkeys.
     *
     * @param withoutDomain how an operation says that there is no domain
     * @throws WebAuthnNotEnabledException they cannot
     * @throws Fault there is no domain
     */
    static RelyingParty party(Pool pool, Function<String, Fault> withoutDomain) {
        if (!Passkeys.areOf(pool)) {
            throw new WebAuthnNotEnabledException(Texts.NOT_ENABLED);
        }
        RelyingParty party = RelyingParty.of(pool);
        if (party == null) {
            throw withoutDomain.apply(Texts.NOT_CONFIGURED);
        }
        return party;
    }

    /**
     * The passkeys of a user who may have another one.
     *
     * @throws LimitExceededException there are twenty
     */
    static List<Passkey> present(Tx tx, User user) {
        List<Passkey> present = PasskeysTable.of(tx, user.pool(), user.sub());
        if (present.size() >= MOST) {
            throw new LimitExceededException(Texts.TOO_MANY);
        }
        return present;
    }
}
