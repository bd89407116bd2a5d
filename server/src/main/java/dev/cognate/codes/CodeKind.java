package dev.cognate.codes;

import java.time.Duration;

/** What a code is good for, and for how long. Reference: lifecycle A9. */
public enum CodeKind {
    /** Confirms a sign-up: 24 hours. */
    SIGN_UP(Duration.ofHours(24));

    private final Duration validity;

    CodeKind(Duration validity) {
        this.validity = validity;
    }

    /** How long a code of this kind is good after it was issued. */
    Duration validity() {
        return validity;
    }
}
