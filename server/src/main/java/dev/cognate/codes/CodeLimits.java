package dev.cognate.codes;

import java.util.Map;
import java.util.TreeMap;

/**
 * How often within any 60 minutes one user may call an operation that is about codes or passwords; the calls that succeed
 * count too. ForgotPassword and ConfirmForgotPassword share a limit: the number of the second is for both together, of
 * which the number of the first may be requests for a code. Codes for signing in are sent by four operations; {@code
 * FirstFactorCode} counts those in place of a password, {@code SecondFactorCode} those beside one. Reference: lifecycle
 * A12.
 *
 * @param byOperation calls an hour by the operation's name, or that of what several do in common; {@link #NONE}, or no entry, for no limit
 */
public record CodeLimits(Map<String, Integer> byOperation) {
    /** No limit. */
    public static final int NONE = Integer.MAX_VALUE;

    /** The service's own. */
    public static final CodeLimits SERVICE = new CodeLimits(Map.of(
            "ResendConfirmationCode", 5,
            "ConfirmSignUp", 15,
            "GetUserAttributeVerificationCode", 5,
            "VerifyUserAttribute", 15,
            "ForgotPassword", 5,
            "ConfirmForgotPassword", 20,
            "ChangePassword", 5,
            "FirstFactorCode", 20,
            "SecondFactorCode", 20));

    /** Without any limit, for load tests. */
    public static final CodeLimits OFF = new CodeLimits(Map.of());

    /** Copies the map and refuses negative limits. */
    public CodeLimits {
        byOperation = Map.copyOf(byOperation);
        if (byOperation.values().stream().anyMatch(limit -> limit < 0)) {
            throw new IllegalArgumentException("A limit per hour is 0 or more");
        }
    }

    /** These limits with another one for an operation. */
    public CodeLimits with(String operation, int limit) {
        Map<String, Integer> changed = new TreeMap<>(byOperation);
        changed.put(operation, limit);
        return new CodeLimits(changed);
    }

    /** The calls an hour of an operation. */
    public int of(String operation) {
        return byOperation.getOrDefault(operation, NONE);
    }

    int sends(CodeKind kind) {
        return of(kind.sentBy());
    }

    int tries(CodeKind kind) {
        return of(kind.triedBy());
    }
}
