package dev.cognate.kms;

import java.util.Map;

/** Where keys for single messages come from: this server, or a KMS elsewhere. Safe for use by many threads. */
public interface DataKeys extends AutoCloseable {

    /**
     * A new AES-256 key. May wait for another system: never called inside a transaction.
     *
     * @param keyArn the KMS key that encrypts it
     * @param encryptionContext what must be said again to decrypt it
     * @throws NoDataKey there is no such key, or it cannot be used
     */
    DataKey fresh(String keyArn, Map<String, String> encryptionContext);

    /** Lets go of connections. */
    @Override
    void close();
}
