package dev.cognate.transfer;

/** A pool cannot be exported or imported. The message is for operators: what is wrong, and what to do. */
public final class TransferRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    TransferRefused(String message) {
        super(message);
    }
}
