package dev.cognate.kms;

/**
 * A key for one message. Prints the name of the key that encrypts it only.
 *
 * @param keyArn the ARN of the KMS key that encrypts it
 * @param plaintext the key, 32 bytes
 * @param encrypted the key as it goes with the message
 */
public record DataKey(String keyArn, byte[] plaintext, byte[] encrypted) {

    @Override
    public String toString() {
        return "DataKey[" + keyArn + ", ***]";
    }
}
