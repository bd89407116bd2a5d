package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.fault.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** Who asks about devices of its own; some requests need not have the access token by their model, and do. */
record OwnDevices(AccessTokens accessTokens) {

    /**
     * The user who asks.
     *
     * @throws InvalidParameterException nobody says who asks
     */
    User user(@Nullable String accessToken) {
        if (accessToken == null) {
            throw new InvalidParameterException(Texts.NO_ACCESS_TOKEN);
        }
        return accessTokens.require(accessToken).user();
    }
}
