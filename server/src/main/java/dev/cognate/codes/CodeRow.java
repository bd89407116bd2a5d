package dev.cognate.codes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code codes}; a row without a hash only counts. */
record CodeRow(
        byte @Nullable [] hash,
        @Nullable String attribute,
        @Nullable Instant expiresAt,
        LastHour sends,
        LastHour tries) {

    static final CodeRow NONE = new CodeRow(null, null, null, LastHour.EMPTY, LastHour.EMPTY);

    boolean isLive(Instant now) {
        return hash != null && expiresAt != null && now.isBefore(expiresAt);
    }

    /** Whether one more request is within the limits. */
    boolean allowsSend(CodeKind kind, CodeLimits limits, Instant now) {
        return sends.allows(limits.sends(kind), now) && (!kind.countsTogether() || allowsTry(kind, limits, now));
    }

    /** Whether one more try is within the limit. */
    boolean allowsTry(CodeKind kind, CodeLimits limits, Instant now) {
        LastHour counted = kind.countsTogether() ? tries.and(sends) : tries;
        return counted.allows(limits.tries(kind), now);
    }

    /** With one more request; without any limit on it, nothing needs remembering. */
    CodeRow plusSend(CodeKind kind, CodeLimits limits, Instant now) {
        int limit = kind.countsTogether() ? Math.min(limits.sends(kind), limits.tries(kind)) : limits.sends(kind);
        return new CodeRow(hash, attribute, expiresAt, sends.plus(limit, now), tries);
    }

    /** With one more try. */
    CodeRow plusTry(CodeKind kind, CodeLimits limits, Instant now) {
        return new CodeRow(hash, attribute, expiresAt, sends, tries.plus(limits.tries(kind), now));
    }

    CodeRow withCode(byte[] newHash, String sentTo, Instant until) {
        return new CodeRow(newHash, sentTo, until, sends, tries);
    }

    CodeRow withoutCode() {
        return new CodeRow(null, null, null, sends, tries);
    }
}
