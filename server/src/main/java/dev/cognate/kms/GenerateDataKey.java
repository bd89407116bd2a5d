package dev.cognate.kms;

import dev.cognate.wire.Blob;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.Shape;

/** Makes a data key, and gives it in the clear and encrypted. */
final class GenerateDataKey implements Operation<KmsRequest, Shape> {
    private static final int GREATEST = 1024;

    private final Kms keys;

    GenerateDataKey(Kms keys) {
        this.keys = keys;
    }

    @Override
    public Shape run(KmsRequest request, Call call) {
        DataKey key = keys.dataKey(request.requiredKeyId(), length(request), request.encryptionContext());
        return out -> {
            out.beginObject();
            out.member("CiphertextBlob", Blob.of(key.encrypted()));
            out.member("KeyId", key.keyArn());
            out.member("Plaintext", Blob.of(key.plaintext()));
            out.endObject();
        };
    }

    /**
     * How many bytes are asked for.
     *
     * @throws ProtocolFault not exactly one of the two ways to say it was used, or wrongly
     */
    private static int length(KmsRequest request) {
        String spec = request.keySpec();
        Long bytes = request.numberOfBytes();
        if ((spec == null) == (bytes == null)) {
            throw Faults.invalid("Please specify either number of bytes or key spec.");
        }
        if (bytes == null) {
            return switch (String.valueOf(spec)) {
                case "AES_256" -> 32;
                case "AES_128" -> 16;
                default ->
                    throw Faults.invalid("1 validation error detected: Value '" + spec
                            + "' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: "
                            + "[AES_256, AES_128]");
            };
        }
        if (bytes < 1) {
            throw Faults.tooSmall("numberOfBytes", "value", 1);
        }
        if (bytes > GREATEST) {
            throw Faults.tooGreat("numberOfBytes", "value", GREATEST);
        }
        return bytes.intValue();
    }
}
