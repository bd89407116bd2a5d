package dev.cognate.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** An RSA key of 2048 bits that signs tokens (RS256), with its public half. Safe for use by many threads. */
public final class RsaKey {
    private static final int BITS = 2048;

    private final RsaProvider provider;
    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;
    private final String id;

    private RsaKey(RsaProvider provider, RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
        this.provider = provider;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
        this.id = idOf(publicKey);
    }

    /** The SHA-256 hash of a public half in Base64: 44 characters that name a key in public. */
    public static String idOf(RSAPublicKey publicKey) {
        return Base64.getEncoder().encodeToString(Jca.sha256().digest(publicKey.getEncoded()));
    }

    /** A new key. Finding the primes takes a processor a tenth of a second or more. */
    public static RsaKey fresh(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return of(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /** The key of a stored form, for the JDK to use. */
    public static RsaKey of(byte[] encoded) {
        return of(encoded, RsaProvider.jdk());
    }

    /**
     * The key of a stored form.
     *
     * @param encoded what {@link #encoded} answered
     * @param provider who signs with it
     * @throws IllegalArgumentException it is something else
     */
    public static RsaKey of(byte[] encoded, RsaProvider provider) {
        try {
            KeySpec stored = new PKCS8EncodedKeySpec(encoded);
            if (provider.keyFactory().generatePrivate(stored) instanceof RSAPrivateCrtKey key) {
                KeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
                // Of the same provider, which else would read the key anew for each signature that it verifies. The
                // encoding, of which the key's id is a hash, is the same by any (X.509, in DER).
                return new RsaKey(
                        provider, key, (RSAPublicKey) provider.keyFactory().generatePublic(half));
            }
            throw new IllegalArgumentException("The RSA key lacks its primes");
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("This is no RSA key", e);
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /** The private key in PKCS #8: to be sealed before it is stored. */
    public byte[] encoded() {
        return privateKey.getEncoded();
    }

    /**
     * The public half of a stored form.
     *
     * @param encoded X.509, as {@link RSAPublicKey#getEncoded} answers
     * @throws IllegalArgumentException it is something else
     */
    public static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (InvalidKeySpecException e) {
            throw new IllegalArgumentException("This is no public RSA key", e);
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /** What {@link #idOf} says of the public half. */
    public String id() {
        return id;
    }

    /** The half that everybody may know. */
    public RSAPublicKey publicKey() {
        return publicKey;
    }

    /** The signature of the bytes: RSASSA-PKCS1-v1_5 with SHA-256, which JOSE calls RS256. */
    public byte[] sign(byte[] bytes) {
        try {
            Signature signature = provider.signature();
            signature.initSign(privateKey);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /** The public name of the key. */
    @Override
    public String toString() {
        return "RsaKey[" + id + ", ***]";
    }
}
