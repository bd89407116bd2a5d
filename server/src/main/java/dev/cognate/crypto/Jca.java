package dev.cognate.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The few algorithms of the JDK that this room uses. All are mandatory parts of it, so their absence is a broken JDK. */
final class Jca {

    private Jca() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    static Mac hmacSha256(byte[] key) {
        return hmacSha256(new SecretKeySpec(key, "HmacSHA256"));
    }

    static Mac hmacSha256(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    /** A key of 32 bytes made of another by HKDF-SHA256 (RFC 5869), different for each label. */
    static SecretKey derive(SecretKey key, byte[] label) {
        try {
            HKDFParameterSpec how = HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(label, 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", how);
        } catch (GeneralSecurityException e) {
            throw broken(e);
        }
    }

    static IllegalStateException broken(GeneralSecurityException cause) {
        return new IllegalStateException("This Java runtime lacks a mandatory algorithm", cause);
    }
}
