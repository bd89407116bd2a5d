package dev.cognate.signin;

import dev.cognate.tokens.Refreshing;
import java.util.List;

/** A refresh token in place of a sign-in: REFRESH_TOKEN_AUTH, also by its older name REFRESH_TOKEN. Reference: auth 16.1. */
final class RefreshTokenAuth implements Flow {
    private final Refreshing refreshing;

    RefreshTokenAuth(Refreshing refreshing) {
        this.refreshing = refreshing;
    }

    @Override
    public List<String> required() {
        return List.of("REFRESH_TOKEN");
    }

    @Override
    public Answer begin(Step step) {
        return new Answer.SignedIn(
                refreshing.authenticate(step.client(), step.parameters().values(), step.call()), null);
    }
}
