package dev.cognate.kms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Writes messages in the format of the AWS Encryption SDK, version 1, in the one way in which the service writes the
 * codes that custom senders get: suite 0x0378 (AES-256-GCM with a key derived by HKDF-SHA384, signed with ECDSA P-384,
 * without key commitment), one data key, one frame. Reference: lifecycle I8. Why this is not done with the SDK itself:
 * decision record 0008. Safe for use by many threads.
 */
public final class EncryptedMessages {
    private static final int SUITE = 0x0378;
    private static final int FRAME = 4096;
    private static final int ID = 16;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int COORDINATE = 48;
    private static final int FINAL_FRAME = 0xffff_ffff;
    private static final byte[] FINAL_FRAME_LABEL =
            "AWSKMSEncryptionClient Final Frame".getBytes(StandardCharsets.UTF_8);

    /** The SDK writes signatures of this very length only; of those that ECDSA gives, about every second one has it. */
    private static final int SIGNATURE = 103;

    private final DataKeys keys;
    private final SecureRandom random;

    /** Messages under keys from there. */
    public EncryptedMessages(DataKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /**
     * A message that holds the bytes.
     *
     * @param plain at most 4,096 bytes
     * @param keyArn the KMS key that encrypts the message's own
     * @param context what is authenticated with the message, and needed to decrypt its key
     * @throws NoDataKey the KMS gave no key
     */
    public byte[] encrypt(byte[] plain, String keyArn, Map<String, String> context) {
        if (plain.length > FRAME) {
            throw new IllegalArgumentException("More than one frame: " + plain.length + " bytes");
        }
        try {
            KeyPair signing = signingPair();
            Map<String, String> sorted = new TreeMap<>(context);
            sorted.put("aws-crypto-public-key", compressed((ECPublicKey) signing.getPublic()));
            byte[] id = new byte[ID];
            random.nextBytes(id);
            DataKey key = keys.fresh(keyArn, sorted);
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            write(new DataOutputStream(message), header(id, sorted, key), derived(key, id), id, plain);
            byte[] signature = signature(signing.getPrivate(), message.toByteArray());
            message.writeBytes(
                    ByteBuffer.allocate(2).putShort((short) signature.length).array());
            message.writeBytes(signature);
            return message.toByteArray();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java runtime lacks a mandatory algorithm", absent);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] header(byte[] id, Map<String, String> context, DataKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0x01); // version
        out.writeByte(0x80); // type: customer authenticated encrypted data
        out.writeShort(SUITE);
        out.write(id);
        field(out, pairs(context));
        out.writeShort(1); // encrypted data keys
        field(out, "aws-kms".getBytes(StandardCharsets.UTF_8));
        field(out, key.keyArn().getBytes(StandardCharsets.UTF_8));
        field(out, key.encrypted());
        out.writeByte(0x02); // framed
        out.writeInt(0); // reserved
        out.writeByte(NONCE);
        out.writeInt(FRAME);
        return bytes.toByteArray();
    }

    private static byte[] pairs(Map<String, String> context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(context.size());
        for (Map.Entry<String, String> pair : context.entrySet()) {
            field(out, pair.getKey().getBytes(StandardCharsets.UTF_8));
            field(out, pair.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeShort(value.length);
        out.write(value);
    }

    /** Everything but the signature: the header, what authenticates it, and the one frame. */
    private static void write(DataOutputStream out, byte[] header, SecretKey key, byte[] id, byte[] plain)
            throws IOException, GeneralSecurityException {
        out.write(header);
        byte[] headerNonce = new byte[NONCE];
        out.write(headerNonce);
        out.write(sealed(key, headerNonce, header, new byte[0])); // of nothing: the tag alone
        out.writeInt(FINAL_FRAME);
        out.writeInt(1); // the number of the frame
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(NONCE - 4, 1).array();
        out.write(nonce);
        out.writeInt(plain.length);
        byte[] authenticated = ByteBuffer.allocate(ID + FINAL_FRAME_LABEL.length + 4 + 8)
                .put(id)
                .put(FINAL_FRAME_LABEL)
                .putInt(1)
                .putLong(plain.length)
                .array();
        out.write(sealed(key, nonce, authenticated, plain));
    }

    private static byte[] sealed(SecretKey key, byte[] nonce, byte[] authenticated, byte[] plain)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(authenticated);
        return cipher.doFinal(plain);
    }

    private static SecretKey derived(DataKey key, byte[] id) throws GeneralSecurityException {
        byte[] info =
                ByteBuffer.allocate(2 + ID).putShort((short) SUITE).put(id).array();
        HKDFParameterSpec how =
                HKDFParameterSpec.ofExtract().addIKM(key.plaintext()).thenExpand(info, 32);
        return KDF.getInstance("HKDF-SHA384").deriveKey("AES", how);
    }

    private KeyPair signingPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"), random);
        return generator.generateKeyPair();
    }

    /** The public point in its compressed form (SEC 1, 2.3.3), in Base64. */
    private static String compressed(ECPublicKey key) {
        byte[] point = new byte[1 + COORDINATE];
        point[0] = (byte) (key.getW().getAffineY().testBit(0) ? 3 : 2);
        BigInteger x = key.getW().getAffineX();
        byte[] digits = x.toByteArray(); // perhaps with a zero before, perhaps short
        int length = Math.min(digits.length, COORDINATE);
        System.arraycopy(digits, digits.length - length, point, point.length - length, length);
        return Base64.getEncoder().encodeToString(point);
    }

    private byte[] signature(PrivateKey key, byte[] message) throws GeneralSecurityException {
        byte[] signature;
        do {
            Signature signing = Signature.getInstance("SHA384withECDSA");
            signing.initSign(key, random);
            signing.update(message);
            signature = signing.sign();
        } while (signature.length != SIGNATURE);
        return signature;
    }
}
