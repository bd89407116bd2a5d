package dev.cognate.kms;

/** A data key could not be had; the message, for the operator, says why and holds no secret. */
public final class NoDataKey extends RuntimeException {

    /** For this reason. */
    public NoDataKey(String reason) {
        super(reason);
    }
}
