package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.AuthFactorType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a user can begin a sign-in with: the pool's first factors, in so far as the user has them. The same for users and
 * administrators. Reference: auth 4.5, 22.
 */
final class AuthFactors {
    private final Passkeys passkeys;

    AuthFactors(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    List<AuthFactorType> of(Pool pool, User user) {
        return Stream.of(
                        AuthFactorType.PASSWORD,
                        AuthFactorType.EMAIL_OTP,
                        AuthFactorType.SMS_OTP,
                        AuthFactorType.WEB_AUTHN)
                .filter(pool.firstFactors()::contains)
                .filter(factor -> has(pool, user, factor))
                .toList();
    }

    private boolean has(Pool pool, User user, AuthFactorType factor) {
        return switch (factor) {
            case PASSWORD -> user.password() != null;
            case EMAIL_OTP -> user.attribute("email") != null;
            case SMS_OTP -> user.attribute("phone_number") != null;
            case WEB_AUTHN -> passkeys.has(pool, user);
            case SOFTWARE_TOKEN -> false; // A second factor.
        };
    }
}
