package dev.cognate.tokens;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a user proved who it is. Every token that follows from it, also by refreshing, is good only while it stands.
 *
 * @param pool the pool
 * @param sub the user
 * @param id its id, {@code event_id} in tokens
 * @param originJti the id of the tokens' common origin, a UUID
 * @param client through which client the user signed in
 * @param time when; {@code auth_time} in tokens
 * @param deviceKey the device that it happened on, {@link #FORGOTTEN} once that was forgotten, null for none
 * @param oauthScopes what the user let an OAuth client do; null for a sign-in through the API
 * @param expires when the last token that may follow from it is over
 */
public record SignIn(
        PoolId pool,
        Sub sub,
        SignInId id,
        String originJti,
        ClientId client,
        Instant time,
        @Nullable String deviceKey,
        @Nullable List<String> oauthScopes,
        Instant expires) {
    /** In place of a device that was forgotten; no device has it. */
    static final String FORGOTTEN = "";

    /** An access token may be issued at the refresh token's last moment; no client's is good for longer than this. */
    static final Duration LONGEST_ACCESS = Duration.ofDays(1);

    /** Copies the list. */
    public SignIn {
        oauthScopes = oauthScopes == null ? null : List.copyOf(oauthScopes);
    }

    /** Whether a request that names this device, or none, may refresh its tokens. */
    boolean refreshesOn(@Nullable String named) {
        return deviceKey == null || (!lostItsDevice() && deviceKey.equals(named));
    }

    /** Whether the device that it happened on was forgotten since. */
    public boolean lostItsDevice() {
        return FORGOTTEN.equals(deviceKey);
    }

    /** When its refresh tokens end, those that replaced others too. */
    Instant refreshableUntil() {
        return expires.minus(LONGEST_ACCESS);
    }

    /** What access tokens of it are for, before a function changes that. */
    List<String> scopes() {
        return oauthScopes == null ? AccessTokens.OWN_ACCOUNT_ONLY : oauthScopes;
    }
}
