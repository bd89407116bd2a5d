package dev.cognate.kms;

import dev.cognate.wire.Blob;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.Shape;

/** Decrypts what Encrypt or GenerateDataKey encrypted, under the same encryption context. */
final class Decrypt implements Operation<KmsRequest, Shape> {
    private static final int GREATEST = 6144;

    private final Kms keys;

    Decrypt(Kms keys) {
        this.keys = keys;
    }

    @Override
    public Shape run(KmsRequest request, Call call) {
        byte[] blob = KmsRequest.required(request.ciphertextBlob(), "ciphertextBlob", GREATEST);
        if (request.keyId() != null
                && !keys.require(request.keyId())
                        .key()
                        .id()
                        .equals(Ciphertexts.keyOf(blob).toString())) {
            throw Faults.incorrectKey();
        }
        Kms.Decrypted decrypted = keys.decrypt(blob, request.encryptionContext());
        return out -> {
            out.beginObject();
            out.member("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
            out.member("KeyId", decrypted.key().arn());
            out.member("Plaintext", Blob.of(decrypted.plain()));
            out.endObject();
        };
    }
}
