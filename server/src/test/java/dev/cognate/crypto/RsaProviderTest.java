package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Whoever signs, the signature is the same. */
class RsaProviderTest {
    private static final byte[] TEXT = "eyJhbGciOiJSUzI1NiJ9.e30".getBytes(StandardCharsets.US_ASCII);

    private static Properties vector() throws Exception {
        Properties vector = new Properties();
        try (var in = RsaProviderTest.class.getResourceAsStream("rsa-vector.properties")) {
            vector.load(in);
        }
        return vector;
    }

    private static byte[] bytes(Properties vector, String name) {
        return HexFormat.of().parseHex(vector.getProperty(name));
    }

    private static void signsTheVector(RsaProvider provider) throws Exception {
        Properties vector = vector();
        RsaKey key = RsaKey.of(bytes(vector, "key"), provider);

        assertThat(key.id()).isEqualTo(vector.getProperty("id"));
        assertThat(HexFormat.of().formatHex(key.sign(bytes(vector, "message"))))
                .isEqualTo(vector.getProperty("signature"));
        assertThat(key.encoded()).isEqualTo(bytes(vector, "key"));
    }

    @Test
    void theJdkSignsTheVector() throws Exception {
        signsTheVector(RsaProvider.jdk());
    }

    /** Not on every system: its library is for Linux on x86-64. */
    @Test
    void theNativeProviderSignsTheVector() throws Exception {
        Optional<RsaProvider> found = RsaProvider.nativeOne();
        assumeTrue(found.isPresent(), "The native library does not load here");

        signsTheVector(found.orElseThrow());
        assertThat(RsaProvider.best().toString()).isEqualTo(found.orElseThrow().toString());
    }

    @Test
    void whatEitherSignsTheOtherWouldHaveSigned() throws Exception {
        byte[] encoded = RsaKey.fresh(new SecureRandom()).encoded();
        RsaKey jdk = RsaKey.of(encoded, RsaProvider.jdk());
        RsaKey best = RsaKey.of(encoded, RsaProvider.best());

        assertThat(best.sign(TEXT)).isEqualTo(jdk.sign(TEXT));
        assertThat(best.id()).isEqualTo(jdk.id());
        for (RsaKey key : List.of(jdk, best)) {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(RsaKey.publicKey(key.publicKey().getEncoded()));
            check.update(TEXT);
            assertThat(check.verify(key.sign(TEXT))).isTrue();
        }
    }

    @Test
    void theProviderIsNamedAndNotRegistered() {
        assertThat(RsaProvider.jdk().toString()).startsWith("SunRsaSign ");
        RsaProvider.best();
        assertThat(java.security.Security.getProvider("AmazonCorrettoCryptoProvider"))
                .isNull();
    }
}
