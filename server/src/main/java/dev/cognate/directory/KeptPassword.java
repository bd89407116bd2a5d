package dev.cognate.directory;

/**
 * What is stored of a password: the SRP salt and verifier, sealed. Prints {@code ***}.
 *
 * @param sealed the sealed bytes
 */
public record KeptPassword(byte[] sealed) {

    @Override
    public String toString() {
        return "***";
    }
}
