package dev.cognate.passkeys;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.wire.model.WebAuthnCredentialDescription;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as stored.
 *
 * @param pool the pool
 * @param sub whose it is
 * @param id its id in base64url
 * @param relyingParty the domain that it belongs to
 * @param credential WebAuthn's attested credential data: kind of authenticator, id, public key
 * @param signCount the highest signature counter seen, 0 for an authenticator that does not count
 * @param backupEligible whether it may be on several of the user's devices
 * @param attachment {@code platform} or {@code cross-platform}, null when the browser did not say
 * @param transports how the authenticator is reached
 * @param name what the list calls it
 * @param created when it was registered
 */
record Passkey(
        PoolId pool,
        Sub sub,
        String id,
        String relyingParty,
        byte[] credential,
        long signCount,
        boolean backupEligible,
        @Nullable String attachment,
        List<String> transports,
        String name,
        Instant created) {

    /** Copies the list. */
    Passkey {
        transports = List.copyOf(transports);
    }

    WebAuthnCredentialDescription shown() {
        return new WebAuthnCredentialDescription(id, name, relyingParty, attachment, transports, created);
    }
}
