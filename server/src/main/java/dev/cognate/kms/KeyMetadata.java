package dev.cognate.kms;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.util.List;

/** The answer of CreateKey and DescribeKey. */
record KeyMetadata(KmsKey key) implements Shape {

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("KeyMetadata", this::writeKey);
        out.endObject();
    }

    private void writeKey(JsonOutput out) {
        out.beginObject();
        out.member("AWSAccountId", key.account());
        out.member("Arn", key.arn());
        out.member("CreationDate", key.createdAt());
        out.member("CustomerMasterKeySpec", "SYMMETRIC_DEFAULT");
        out.member("Description", key.description());
        out.member("Enabled", true);
        out.member("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"));
        out.member("KeyId", key.id());
        out.member("KeyManager", "CUSTOMER");
        out.member("KeySpec", "SYMMETRIC_DEFAULT");
        out.member("KeyState", "Enabled");
        out.member("KeyUsage", "ENCRYPT_DECRYPT");
        out.member("MultiRegion", false);
        out.member("Origin", "AWS_KMS");
        out.endObject();
    }
}
