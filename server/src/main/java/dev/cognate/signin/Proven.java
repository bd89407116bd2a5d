package dev.cognate.signin;

import dev.cognate.directory.User;
import java.util.List;

/**
 * What a user has proved so far.
 *
 * @param user as it was when the last proof was found right
 * @param proof the last proof
 * @param carried what the sign-in takes along
 */
record Proven(User user, Proof proof, Session.Carried carried) {

    /** The user's password was proved; from here on the sign-in is good for as long as the user has that one. */
    static Proven byPassword(User user, Session.Carried carried) {
        return new Proven(user, Proof.PASSWORD, carried.by(user));
    }

    /** What can be proved. */
    enum Proof {
        /** The password, plain or by SRP; it may be a temporary one. */
        PASSWORD,
        /** A temporary password was replaced, after it was proved. */
        NEW_PASSWORD,
        /** A code in place of a password: no second factor follows. */
        CODE,
        /** A passkey in place of a password: no second factor follows. */
        PASSKEY,
        /** A code by SMS, after the password. */
        SMS_MFA,
        /** A code by e-mail, after the password. */
        EMAIL_OTP,
        /** A code of an authenticator app, after the password. */
        SOFTWARE_TOKEN_MFA,
        /** A remembered device, after the password. */
        DEVICE,
        /** What the pool's functions asked for, to their satisfaction: they have the last word. */
        FUNCTIONS;

        /** What functions of a custom sign-in see of it: challenges that Cognate posed between theirs. Reference: auth 24.3. */
        List<String> rounds() {
            return switch (this) {
                case PASSWORD, NEW_PASSWORD -> List.of("PASSWORD_VERIFIER");
                case SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA -> List.of("PASSWORD_VERIFIER", name());
                case DEVICE -> List.of("PASSWORD_VERIFIER", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER");
                case CODE, PASSKEY, FUNCTIONS -> List.of(); // None is posed between challenges of functions.
            };
        }
    }
}
