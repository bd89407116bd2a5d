package dev.cognate.tokens;

import dev.cognate.crypto.RsaKey;
import dev.cognate.crypto.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/** Certificates that keys sign for themselves (X.509, RFC 5280): whoever trusts one was given it by hand. */
final class Certificate {
    private static final Duration GOOD = Duration.ofDays(3650);
    private static final int SERIAL_BYTES = 16;
    private static final AlgorithmIdentifier RS256 =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    private Certificate() {}

    /** The certificate in DER; the same for the same arguments. */
    static byte[] of(RsaKey key, String name, Instant begins) {
        TBSCertificate unsigned = unsigned(key, new X500Name(name), begins);
        try {
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(unsigned);
            parts.add(RS256);
            parts.add(new DERBitString(key.sign(unsigned.getEncoded(ASN1Encoding.DER))));
            return new DERSequence(parts).getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TBSCertificate unsigned(RsaKey key, X500Name name, Instant begins) {
        byte[] publicKey = key.publicKey().getEncoded();
        byte[] serial = Arrays.copyOf(Sha256.of(publicKey), SERIAL_BYTES);
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(new BigInteger(1, serial)));
        generator.setSignature(RS256);
        generator.setIssuer(name);
        generator.setSubject(name);
        generator.setStartDate(new Time(Date.from(begins)));
        generator.setEndDate(new Time(Date.from(begins.plus(GOOD))));
        generator.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(publicKey));
        return generator.generateTBSCertificate();
    }
}
