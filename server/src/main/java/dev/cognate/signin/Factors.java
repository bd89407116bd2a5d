package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What signing in needs to know of the rooms that keep second factors.
 *
 * @param mfa which second factors a pool asks of a user
 */
public record Factors(BiFunction<Pool, User, Mfa> mfa) {

    /** No pool asks for a second factor. */
    public static final Factors NONE = new Factors((pool, user) -> new Mfa.Off());

    /** The kinds of second factors. */
    public enum MfaFactor {
        /** A code by SMS. */
        SMS_MFA(ChallengeNameType.SMS_MFA),
        /** A code of an authenticator app. */
        SOFTWARE_TOKEN_MFA(ChallengeNameType.SOFTWARE_TOKEN_MFA),
        /** A code by e-mail. */
        EMAIL_OTP(ChallengeNameType.EMAIL_OTP);

        private final ChallengeNameType challenge;

        MfaFactor(ChallengeNameType challenge) {
            this.challenge = challenge;
        }

        /** The challenge that asks for it. */
        ChallengeNameType challenge() {
            return challenge;
        }
    }

    /** Which second factors a pool asks of a user. */
    public sealed interface Mfa {
        /** None. */
        record Off() implements Mfa {}

        /**
         * Those that the user has turned on.
         *
         * @param active what is turned on; often nothing
         * @param preferred the one that is asked for first, null for none
         */
        record Optional(
                List<MfaFactor> active, @Nullable MfaFactor preferred) implements Mfa {}

        /**
         * One in any case.
         *
         * @param usable what the user has turned on; if nothing, what the user could prove without having turned it on
         * @param preferred the one that is asked for first, null for none
         * @param ready what the user could set up
         */
        record Required(
                List<MfaFactor> usable, @Nullable MfaFactor preferred, List<MfaFactor> ready) implements Mfa {}
    }

    /**
     * What is known of a user's factors in one sign-in.
     *
     * @param mfa which second factors are asked for
     * @param provableDevice the key of the request's device if proving it can stand in for a second factor, otherwise null
     */
    record Known(Mfa mfa, @Nullable String provableDevice) {}

    /** What is known of the factors of a user who signs in by this request. */
    Known of(Step step, User user) {
        return new Known(mfa.apply(step.pool(), user), null);
    }
}
