package dev.cognate.passkeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * An authenticator with its browser, written by hand from the WebAuthn specification so that it knows nothing of the
 * library under test: one key pair (ES256), a counter, attestation "none". What it sends can be falsified.
 */
public final class TestAuthenticator {
    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final KeyPair pair;
    private final byte[] id = HexFormat.of()
            .parseHex(UUID.randomUUID().toString().replace("-", "").repeat(2));
    private String relyingParty = "example.com";
    private String origin = "https://app.example.com";
    private UUID kind = new UUID(0, 0);
    private boolean recognises = true;
    private int algorithm = -7;
    private long counter;

    /** A new one, for pages of {@code https://app.example.com} and the relying party {@code example.com}. */
    public TestAuthenticator() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    TestAuthenticator origin(String changed) {
        origin = changed;
        return this;
    }

    TestAuthenticator relyingParty(String changed) {
        relyingParty = changed;
        return this;
    }

    TestAuthenticator kind(String changed) {
        kind = UUID.fromString(changed);
        return this;
    }

    TestAuthenticator withoutRecognition() {
        recognises = false;
        return this;
    }

    TestAuthenticator algorithm(int changed) {
        algorithm = changed;
        return this;
    }

    /** Has it tell this signature counter. */
    public TestAuthenticator counter(long changed) {
        counter = changed;
        return this;
    }

    /** The id of its passkey. */
    public String id() {
        return base64(id);
    }

    /** Answers a registration: RegistrationResponseJSON. */
    public String register(String challenge) {
        byte[] data = authenticatorData(true);
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.writeBytes(HexFormat.of().parseHex("a3"));
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        head(attestation, 0x40, data.length);
        attestation.writeBytes(data);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},\
                "authenticatorAttachment":"platform","response":{"attestationObject":"%2$s","clientDataJSON":"%3$s",\
                "transports":["internal","hybrid","telepathy"],"publicKeyAlgorithm":-7,"authenticatorData":"%4$s"}}""".formatted(
                        id(),
                        base64(attestation.toByteArray()),
                        base64(clientData("webauthn.create", challenge)),
                        base64(data));
    }

    /** Answers a sign-in: AuthenticationResponseJSON. */
    public String authenticate(String challenge, String userHandle) {
        byte[] client = clientData("webauthn.get", challenge);
        byte[] data = authenticatorData(false);
        return """
                {"id":"%1$s","rawId":"%1$s","type":"public-key","clientExtensionResults":{},\
                "authenticatorAttachment":"platform","response":{"clientDataJSON":"%2$s","authenticatorData":"%3$s",\
                "signature":"%4$s","userHandle":"%5$s"}}""".formatted(
                id(), base64(client), base64(data), base64(sign(data, client)), base64(userHandle.getBytes(UTF_8)));
    }

    private byte[] clientData(String type, String challenge) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(UTF_8);
    }

    private byte[] authenticatorData(boolean registering) {
        int flags = USER_PRESENT | (recognises ? USER_VERIFIED : 0) | (registering ? ATTESTED : 0);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(sha256(relyingParty.getBytes(UTF_8)));
        data.write(flags);
        data.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        if (registering) {
            data.writeBytes(ByteBuffer.allocate(16)
                    .putLong(kind.getMostSignificantBits())
                    .putLong(kind.getLeastSignificantBits())
                    .array());
            data.write(0);
            data.write(id.length);
            data.writeBytes(id);
            data.writeBytes(publicKey());
        }
        return data.toByteArray();
    }

    /** A COSE key: a map of kty 2, alg, crv 1, x, y. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(HexFormat.of().parseHex("a5010203"));
        head(cose, 0x20, -1 - algorithm);
        cose.writeBytes(HexFormat.of().parseHex("2001215820"));
        cose.writeBytes(coordinate(key.getW().getAffineX()));
        cose.writeBytes(HexFormat.of().parseHex("225820"));
        cose.writeBytes(coordinate(key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private byte[] sign(byte[] data, byte[] client) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private static byte[] coordinate(BigInteger number) {
        return HexFormat.of().parseHex(String.format(Locale.ROOT, "%064x", number));
    }

    private static void text(ByteArrayOutputStream cbor, String text) {
        head(cbor, 0x60, text.length());
        cbor.writeBytes(text.getBytes(UTF_8));
    }

    private static void head(ByteArrayOutputStream cbor, int major, int value) {
        if (value < 24) {
            cbor.write(major | value);
        } else if (value < 256) {
            cbor.write(major | 24);
            cbor.write(value);
        } else {
            cbor.write(major | 25);
            cbor.write(value >> 8);
            cbor.write(value & 255);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
