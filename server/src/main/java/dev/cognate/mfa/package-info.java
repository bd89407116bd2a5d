/**
 * Second factors: codes by SMS, by e-mail and of authenticator apps; what pools take of them and users want of them.
 *
 * <p>{@link dev.cognate.mfa.Mfa} is the door. A pool's factors are set by {@link dev.cognate.mfa.SetUserPoolMfaConfig};
 * users set theirs by {@link dev.cognate.mfa.SetUserMFAPreference}, after {@link dev.cognate.mfa.AssociateSoftwareToken}
 * and {@link dev.cognate.mfa.VerifySoftwareToken} for an authenticator app. {@link dev.cognate.mfa.GetUserAuthFactors}
 * shows what a user can sign in with.
 *
 * <p>Nouns: {@link dev.cognate.mfa.MfaFactor}; {@link dev.cognate.mfa.UserFactors}, what a user decided, whatever the pool
 * takes at present; {@link dev.cognate.mfa.MfaDecision}, what both come to after a correct first factor
 * ({@code MfaRules} is the table); {@link dev.cognate.mfa.TotpCheck}, what a code of an app is worth.
 *
 * <p>The path of an authenticator app: Associate seals a new seed and keeps it as pending; the first right code makes it
 * the verified one, in the place of an earlier one. {@link dev.cognate.mfa.Mfa#check} takes each code once: the time step
 * of the newest one is stored, and of several requests with one code the conditional update lets one win. The check runs
 * in the transaction of its caller, so that wrong codes can be counted in the same one. On the way through a sign-in
 * (MFA_SETUP) the session stands in for the access token, through {@link dev.cognate.mfa.HalfDoneSignIns}.
 *
 * <p>Reference: auth 6.4 to 6.6, 7 (step 4), 19, 22; oauth-config B15.
 */
@NullMarked
package dev.cognate.mfa;

import org.jspecify.annotations.NullMarked;
