package dev.cognate.signin;

import dev.cognate.mfa.MfaDecision;
import dev.cognate.risk.Assessment;

/**
 * What is asked for beside the first factor.
 *
 * @param factors which second factor
 * @param isMore whether that is because the sign-in looks dangerous: a remembered device does not spare it then
 * @param assessment what was found; harmless where nothing was looked at now
 */
record Demand(MfaDecision factors, boolean isMore, Assessment assessment) {}
