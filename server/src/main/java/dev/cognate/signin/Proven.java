package dev.cognate.signin;

import dev.cognate.directory.User;

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
        /** A code or passkey in place of a password, or what the pool's functions ask for: no second factor follows. */
        INSTEAD_OF_PASSWORD,
        /** A second factor, after the password. */
        SECOND_FACTOR,
        /** A remembered device, after the password. */
        DEVICE
    }
}
