package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SrpVerifierTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Clause auth 9.6.t1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "device",
                "saltWithDroppedZero",
                "saltWithTopBitAfterDroppedZero",
                "largestSaltWithoutTopBit",
                "shortScrambler"
            })
    void theVerifierIsThatOfCognitosClients(String name) throws IOException {
        SrpVector vector = new SrpVector(name);

        SrpVerifier verifier = vector.verifier();

        assertThat(verifier.verifier()).isEqualTo(vector.number("v"));
        assertThat(verifier.matches(vector.text("pool"), vector.text("username"), vector.text("password")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "saltWithDroppedZero",
                "saltWithTopBitAfterDroppedZero",
                "largestSaltWithoutTopBit",
                "shortScrambler"
            })
    void aServerWithTheVerifierAgreesWithTheClientOnTheSecret(String name) throws Exception {
        SrpVector vector = new SrpVector(name);
        BigInteger prime = SrpGroup.PRIME;
        BigInteger v = vector.verifier().verifier();
        BigInteger b = vector.number("b");
        BigInteger k = hash(prime, SrpGroup.GENERATOR);

        BigInteger serverPublic =
                k.multiply(v).add(SrpGroup.GENERATOR.modPow(b, prime)).mod(prime);
        BigInteger u = hash(vector.number("A"), serverPublic);
        BigInteger secret = vector.number("A").multiply(v.modPow(u, prime)).modPow(b, prime);

        assertThat(serverPublic).isEqualTo(vector.number("B"));
        assertThat(u).isEqualTo(vector.number("u"));
        assertThat(secret).isEqualTo(vector.number("S"));
    }

    @Test
    void aNewVerifierMatchesItsPasswordOnly() {
        SrpVerifier verifier = SrpVerifier.create("EXAMPLE12", "jane", "Correct-Horse-1", RANDOM);

        assertThat(verifier.matches("EXAMPLE12", "jane", "Correct-Horse-1")).isTrue();
        assertThat(verifier.matches("EXAMPLE12", "jane", "correct-Horse-1")).isFalse();
        assertThat(verifier.matches("EXAMPLE12", "Jane", "Correct-Horse-1")).isFalse();
        assertThat(verifier.matches("EXAMPLE13", "jane", "Correct-Horse-1")).isFalse();
    }

    /** Clause auth 9.2.t2. */
    @Test
    void everySaltIsNewAndKeepsItsFirstByte() {
        SrpVerifier one = SrpVerifier.create("EXAMPLE12", "jane", "Correct-Horse-1", RANDOM);
        SrpVerifier other = SrpVerifier.create("EXAMPLE12", "jane", "Correct-Horse-1", RANDOM);

        assertThat(one.salt()).isNotEqualTo(other.salt());
        assertThat(one.verifier()).isNotEqualTo(other.verifier());
        assertThat(one.salt().bitLength()).isBetween(121, 128);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "saltWithDroppedZero", "largestSaltWithoutTopBit"})
    void whatIsEncodedIsDecoded(String name) throws IOException {
        SrpVerifier verifier = new SrpVector(name).verifier();

        assertThat(SrpVerifier.decode(verifier.encode())).isEqualTo(verifier);
    }

    @Test
    void theSmallestNumbersAreEncodedToo() {
        SrpVerifier verifier = new SrpVerifier(BigInteger.ONE, BigInteger.ONE);

        assertThat(verifier.encode()).hasSize(401);
        assertThat(SrpVerifier.decode(verifier.encode())).isEqualTo(verifier);
    }

    @Test
    void otherBytesAreRefused() throws IOException {
        byte[] encoded = new SrpVector("user").verifier().encode();
        byte[] otherVersion = encoded.clone();
        otherVersion[0] = 9;

        assertThatThrownBy(() -> SrpVerifier.decode(otherVersion)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SrpVerifier.decode(new byte[400])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SrpVerifier.decode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersOutsideTheGroupAreRefused() {
        assertThatThrownBy(() -> new SrpVerifier(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SrpVerifier(BigInteger.ONE, SrpGroup.PRIME))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SrpVerifier(BigInteger.ZERO, BigInteger.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printingShowsNothing() throws IOException {
        assertThat(new SrpVector("user").verifier()).hasToString("SrpVerifier[***]");
    }

    private static BigInteger hash(BigInteger one, BigInteger other) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(one.toByteArray());
        return new BigInteger(1, sha256.digest(other.toByteArray()));
    }
}
