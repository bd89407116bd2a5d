package dev.cognate.verification;

import dev.cognate.codes.CodeCheck;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.CodeMismatchException;
import dev.cognate.wire.fault.ExpiredCodeException;
import dev.cognate.wire.fault.LimitExceededException;
import org.jspecify.annotations.Nullable;

/** How codes are refused, the same in every operation that takes or sends one. Reference: lifecycle A4, A9, A12. */
public final class CodeFaults {
    private CodeFaults() {}

    /** The refusal that a check comes to, null for the right code. */
    public static @Nullable Fault of(CodeCheck check) {
        return switch (check) {
            case CodeCheck.Right _ -> null;
            case CodeCheck.Wrong _ -> wrong();
            case CodeCheck.Expired _ -> expired();
        };
    }

    /** Another code is live. */
    public static CodeMismatchException wrong() {
        return new CodeMismatchException(Texts.WRONG_CODE);
    }

    /** No code is live. */
    public static ExpiredCodeException expired() {
        return new ExpiredCodeException(Texts.EXPIRED_CODE);
    }

    /** The hour's calls are used up. */
    public static LimitExceededException tooMany() {
        return new LimitExceededException(Texts.TOO_MANY_ATTEMPTS);
    }
}
