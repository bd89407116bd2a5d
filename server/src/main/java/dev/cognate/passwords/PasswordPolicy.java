package dev.cognate.passwords;

import dev.cognate.wire.model.PasswordPolicyType;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** What a pool demands of a new password. Reference: lifecycle C5. */
public record PasswordPolicy(
        int minimumLength, boolean lowercase, boolean uppercase, boolean numbers, boolean symbols) {
    private static final String SYMBOLS = "^$*.[]{}()?\"!@#%&/\\,><':;|_~`=+-";
    private static final int DEFAULT_LENGTH = 8;

    /** The policy of a pool; a length that it leaves open is 8, a kind that it leaves open is not demanded. */
    public static PasswordPolicy of(PasswordPolicyType policy) {
        return new PasswordPolicy(
                Objects.requireNonNullElse(policy.minimumLength(), DEFAULT_LENGTH),
                demanded(policy.requireLowercase()),
                demanded(policy.requireUppercase()),
                demanded(policy.requireNumbers()),
                demanded(policy.requireSymbols()));
    }

    /**
     * The first rule that the password breaks, in the service's words; null when it keeps them all. Only ASCII letters
     * count as upper or lower case.
     */
    public @Nullable String complaint(String password) {
        if (password.codePointCount(0, password.length()) < minimumLength) {
            return Texts.TOO_SHORT;
        }
        if (lowercase && lacks(password, c -> c >= 'a' && c <= 'z')) {
            return Texts.NO_LOWERCASE;
        }
        if (uppercase && lacks(password, c -> c >= 'A' && c <= 'Z')) {
            return Texts.NO_UPPERCASE;
        }
        if (numbers && lacks(password, c -> c >= '0' && c <= '9')) {
            return Texts.NO_NUMBER;
        }
        if (symbols && lacks(password, c -> SYMBOLS.indexOf(c) >= 0)) {
            return Texts.NO_SYMBOL;
        }
        return null;
    }

    private static boolean demanded(@Nullable Boolean rule) {
        return Boolean.TRUE.equals(rule);
    }

    private static boolean lacks(String password, IntPredicate kind) {
        return password.chars().noneMatch(kind);
    }
}
