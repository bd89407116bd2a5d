package dev.cognate.kms;

import dev.cognate.wire.Blob;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.Violations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members that the operations here read of their requests; each has those that it needs. Never prints a value. */
record KmsRequest(
        @Nullable String keyId,
        @Nullable Blob plaintext,
        @Nullable Blob ciphertextBlob,
        Map<String, String> encryptionContext,
        @Nullable String keySpec,
        @Nullable Long numberOfBytes,
        @Nullable String description) {

    static KmsRequest read(JsonInput in, Path at, Violations violations) {
        String keyId = null;
        Blob plaintext = null;
        Blob ciphertext = null;
        Map<String, String> context = null;
        String spec = null;
        Long bytes = null;
        String description = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "KeyId" -> keyId = in.string();
                case "Plaintext" -> plaintext = in.blob();
                case "CiphertextBlob" -> ciphertext = in.blob();
                case "EncryptionContext" -> context = in.stringMap();
                case "KeySpec", "CustomerMasterKeySpec" -> spec = in.string();
                case "NumberOfBytes" -> bytes = in.integer();
                case "Description" -> description = in.string();
                default -> in.skip();
            }
        }
        return new KmsRequest(
                keyId, plaintext, ciphertext, context == null ? Map.of() : context, spec, bytes, description);
    }

    /**
     * The key that is asked for.
     *
     * @throws ProtocolFault none is named
     */
    String requiredKeyId() {
        if (keyId == null) {
            throw Faults.missing("keyId");
        }
        return keyId;
    }

    /**
     * Bytes that must be there, of a length within limits.
     *
     * @throws ProtocolFault they are not
     */
    static byte[] required(@Nullable Blob blob, String member, int most) {
        if (blob == null) {
            throw Faults.missing(member);
        }
        if (blob.length() == 0) {
            throw Faults.tooSmall(member, "length", 1);
        }
        if (blob.length() > most) {
            throw Faults.tooGreat(member, "length", most);
        }
        return blob.bytes();
    }

    @Override
    public String toString() {
        return "KmsRequest[" + keyId + "]";
    }
}
