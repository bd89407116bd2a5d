package dev.cognate.crypto;

/** Sealed bytes that cannot be opened: damaged, of another purpose, or of a key that the ring does not hold. */
public final class SealBroken extends RuntimeException {

    /** A refusal with a sentence that holds nothing of the data. */
    SealBroken(String sentence) {
        super(sentence);
    }
}
