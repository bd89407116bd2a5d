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

    CodeRow withSends(LastHour changed) {
        return new CodeRow(hash, attribute, expiresAt, changed, tries);
    }

    CodeRow withTries(LastHour changed) {
        return new CodeRow(hash, attribute, expiresAt, sends, changed);
    }

    CodeRow withCode(byte[] newHash, String sentTo, Instant until) {
        return new CodeRow(newHash, sentTo, until, sends, tries);
    }

    CodeRow withoutCode() {
        return new CodeRow(null, null, null, sends, tries);
    }
}
