package dev.cognate.kms;

import dev.cognate.wire.ProtocolFault;

/** KMS's own faults, with its sentences. */
final class Faults {
    private Faults() {}

    /** A member of the request that must be there is not. */
    static ProtocolFault missing(String member) {
        return invalid("1 validation error detected: Value null at '" + member
                + "' failed to satisfy constraint: Member must not be null");
    }

    /** A member that is too short. */
    static ProtocolFault tooSmall(String member, String measure, int least) {
        return invalid("1 validation error detected: Value at '" + member
                + "' failed to satisfy constraint: Member must have " + measure + " greater than or equal to " + least);
    }

    /** A member that is too long. */
    static ProtocolFault tooGreat(String member, String measure, int most) {
        return invalid("1 validation error detected: Value at '" + member
                + "' failed to satisfy constraint: Member must have " + measure + " less than or equal to " + most);
    }

    static ProtocolFault invalid(String message) {
        return new ProtocolFault("ValidationException", message);
    }

    static ProtocolFault noSuchKey(String keyId) {
        return new ProtocolFault("NotFoundException", "Key '" + keyId + "' does not exist");
    }

    static ProtocolFault noSuchAlias(String alias) {
        return new ProtocolFault("NotFoundException", "Alias " + alias + " is not found.");
    }

    /** KMS says nothing more, so that nobody learns what is wrong with a ciphertext. */
    static ProtocolFault invalidCiphertext() {
        return new ProtocolFault("InvalidCiphertextException", null);
    }

    static ProtocolFault incorrectKey() {
        return new ProtocolFault(
                "IncorrectKeyException",
                "The key ID in the request does not identify a CMK that can perform this operation.");
    }

    static ProtocolFault unsupported(String what) {
        return new ProtocolFault("UnsupportedOperationException", what + " is not supported.");
    }
}
