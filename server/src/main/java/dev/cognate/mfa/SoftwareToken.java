package dev.cognate.mfa;

import org.jspecify.annotations.Nullable;

/**
 * A user's authenticator app as stored; the seeds are sealed.
 *
 * @param pending the seed that was handed out last, until a code of it was seen; null for none
 * @param verified the seed whose codes are taken, null for none
 * @param name what the user calls the verified one, null for nothing
 * @param lastStep the time step of the newest code that was taken
 */
record SoftwareToken(
        byte @Nullable [] pending,
        byte @Nullable [] verified,
        @Nullable String name,
        long lastStep) {

    UserFactors.Token standing() {
        if (verified != null) {
            return UserFactors.Token.VERIFIED;
        }
        return pending == null ? UserFactors.Token.NONE : UserFactors.Token.PENDING;
    }

    /** Shows nothing of the seeds. */
    @Override
    public String toString() {
        return "SoftwareToken[" + standing() + "]";
    }
}
