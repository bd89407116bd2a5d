package dev.cognate.kms;

import dev.cognate.wire.Blob;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.Shape;

/** Encrypts up to 4,096 bytes. */
final class Encrypt implements Operation<KmsRequest, Shape> {
    private static final int GREATEST = 4096;

    private final Kms keys;

    Encrypt(Kms keys) {
        this.keys = keys;
    }

    @Override
    public Shape run(KmsRequest request, Call call) {
        byte[] plain = KmsRequest.required(request.plaintext(), "plaintext", GREATEST);
        KmsKeysTable.Stored stored = keys.require(request.requiredKeyId());
        Blob ciphertext = Blob.of(keys.encrypt(stored, plain, request.encryptionContext()));
        return out -> {
            out.beginObject();
            out.member("CiphertextBlob", ciphertext);
            out.member("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
            out.member("KeyId", stored.key().arn());
            out.endObject();
        };
    }
}
