package dev.cognate.signin;

import dev.cognate.mfa.MfaDecision;

/**
 * What is asked for beside the first factor.
 *
 * @param factors which second factor
 * @param isMore whether that is because the sign-in looks dangerous: a remembered device does not spare it then
 */
record Demand(MfaDecision factors, boolean isMore) {}
