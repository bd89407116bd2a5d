package dev.cognate.clients;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.TimeUnitsType;
import dev.cognate.wire.model.TokenValidityUnitsType;
import dev.cognate.wire.model.UserPoolClientType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the tokens of a client are good. Reference: oauth-config B5.
 *
 * @param access of access tokens: five minutes to a day, an hour when not said
 * @param id of ID tokens, alike
 * @param refresh of refresh tokens: an hour to ten years, thirty days when not said or zero
 */
record TokenValidity(Duration access, Duration id, Duration refresh) {
    private static final Duration LEAST_TOKEN = Duration.ofMinutes(5);
    private static final Duration MOST_TOKEN = Duration.ofDays(1);
    private static final Duration LEAST_REFRESH = Duration.ofHours(1);
    private static final Duration MOST_REFRESH = Duration.ofDays(3650);
    private static final Duration USUAL_TOKEN = Duration.ofHours(1);

    /** What refresh tokens get when nothing is said. */
    static final Duration USUAL_REFRESH = Duration.ofDays(30);

    static TokenValidity of(UserPoolClientType client) {
        TokenValidityUnitsType units = client.tokenValidityUnits();
        return new TokenValidity(
                span(client.accessTokenValidity(), units == null ? null : units.accessToken(), USUAL_TOKEN),
                span(client.idTokenValidity(), units == null ? null : units.idToken(), USUAL_TOKEN),
                span(client.refreshTokenValidity(), refreshUnit(client), USUAL_REFRESH));
    }

    /** The unit of the refresh token's number: days when not said. */
    static TimeUnitsType refreshUnit(UserPoolClientType client) {
        TokenValidityUnitsType units = client.tokenValidityUnits();
        TimeUnitsType unit = units == null ? null : units.refreshToken();
        return unit == null ? TimeUnitsType.DAYS : unit;
    }

    static Duration length(TimeUnitsType unit) {
        return switch (unit) {
            case SECONDS -> Duration.ofSeconds(1);
            case MINUTES -> Duration.ofMinutes(1);
            case HOURS -> Duration.ofHours(1);
            case DAYS -> Duration.ofDays(1);
        };
    }

    /**
     * Refuses what is too short, too long, or outlives the refresh token.
     *
     * @throws InvalidParameterException so
     */
    void check() {
        if (isOutside(access, LEAST_TOKEN, MOST_TOKEN)
                || isOutside(id, LEAST_TOKEN, MOST_TOKEN)
                || isOutside(refresh, LEAST_REFRESH, MOST_REFRESH)) {
            throw new InvalidParameterException(Texts.TOKEN_VALIDITY);
        }
        if (access.compareTo(refresh) > 0 || id.compareTo(refresh) > 0) {
            throw new InvalidParameterException(Texts.TOKENS_OUTLIVE_REFRESH);
        }
    }

    private static Duration span(@Nullable Integer number, @Nullable TimeUnitsType unit, Duration usual) {
        if (number == null || number == 0) {
            return usual;
        }
        return length(unit == null ? TimeUnitsType.HOURS : unit).multipliedBy(number);
    }

    private static boolean isOutside(Duration span, Duration least, Duration most) {
        return span.compareTo(least) < 0 || span.compareTo(most) > 0;
    }
}
