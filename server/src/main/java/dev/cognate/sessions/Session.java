package dev.cognate.sessions;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.model.SessionDescriptionType;
import dev.cognate.wire.model.SessionTypeType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a user is signed in somewhere.
 *
 * @param pool the pool
 * @param sub the user
 * @param id 28 lower-case letters and digits that begin with {@code tkn} or {@code sso}
 * @param client the client that it began with
 * @param signIn the sign-in of a token session, null for an SSO session
 * @param origin the SSO session that a token session came from, null for none
 * @param times when it began, was last active, and ends by itself
 * @param place where the user is
 */
record Session(
        PoolId pool,
        Sub sub,
        String id,
        ClientId client,
        @Nullable SignInId signIn,
        @Nullable String origin,
        Times times,
        Place place) {

    /** The moments of a session. */
    record Times(Instant created, Instant lastActive, Instant expires) {}

    /** The device and the IP address that were seen last. */
    record Place(String device, String address) {}

    SessionTypeType type() {
        return signIn == null ? SessionTypeType.SSO : SessionTypeType.TOKEN;
    }

    /**
     * What is shown of it.
     *
     * @param current the sign-in of whoever looks, null for an administrator
     */
    SessionDescriptionType shown(@Nullable SignInId current) {
        return SessionDescriptionType.builder()
                .sessionId(id)
                .sessionType(type())
                .clientId(client.value())
                .createDate(times.created())
                .lastActiveDate(times.lastActive())
                .deviceType(place.device())
                .lastIpAddress(place.address())
                .originSessionId(origin)
                .isCurrentSession(signIn != null && signIn.equals(current))
                .build();
    }
}
