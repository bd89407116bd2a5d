package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's half of SRP, against what Cognito's own clients compute. Reference: auth 9.6 to 9.8. */
final class SrpServerTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Clause auth 9.6.t1. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "user",
                "saltWithDroppedZero",
                "saltWithTopBitAfterDroppedZero",
                "largestSaltWithoutTopBit",
                "shortScrambler"
            })
    void theRecordedSignatureProvesThePassword(String name) throws IOException {
        SrpVector vector = new SrpVector(name);
        SrpServer server = SrpServer.of(vector.number("A"), vector.verifier(), vector.number("b"));

        assertThat(server.serverPublic()).isEqualTo(vector.number("B"));
        assertThat(HexFormat.of().formatHex(server.sessionKey(vector.verifier())))
                .isEqualTo(vector.text("K"));
        byte[] signature = Base64.getDecoder().decode(vector.text("signature"));
        assertThat(server.proves(vector.verifier(), vector.claim(), signature)).isTrue();
    }

    @Test
    void anotherPasswordOrSignatureProvesNothing() throws IOException {
        SrpVector vector = new SrpVector("user");
        SrpServer server = SrpServer.of(vector.number("A"), vector.verifier(), vector.number("b"));
        byte[] signature = Base64.getDecoder().decode(vector.text("signature"));
        SrpVerifier other = SrpVerifier.of(vector.number("salt"), vector.text("pool"), vector.text("username"), "x");

        assertThat(server.proves(other, vector.claim(), signature)).isFalse();
        signature[0] ^= 1;
        assertThat(server.proves(vector.verifier(), vector.claim(), signature)).isFalse();
        assertThat(server.proves(vector.verifier(), vector.claim(), new byte[0]))
                .isFalse();
    }

    /** Clause auth 9.2.t1. Auth 9.2: with A = 0 modulo N, everybody knows the shared secret. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aMultipleOfThePrimeTakesNoPart(int factor) throws IOException {
        SrpVerifier verifier = new SrpVector("user").verifier();
        BigInteger clientPublic = SrpGroup.PRIME.multiply(BigInteger.valueOf(factor));

        assertThat(SrpServer.isGood(clientPublic)).isFalse();
        assertThatThrownBy(() -> SrpServer.begin(clientPublic, verifier, RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExchangeSurvivesBeingWrittenDown() throws IOException {
        SrpVector vector = new SrpVector("user");
        SrpServer server = SrpServer.begin(vector.number("A"), vector.verifier(), RANDOM);

        assertThat(SrpServer.decode(server.encode())).isEqualTo(server);
        assertThat(server).hasToString("SrpServer[***]");
        assertThatThrownBy(() -> SrpServer.decode(new byte[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSimulatedVerifierFollowsFromItsSeed() {
        byte[] seed = new byte[32];
        SrpVerifier one = SrpVerifier.simulated(seed);
        assertThat(SrpVerifier.simulated(seed.clone())).isEqualTo(one);

        seed[5] = 1;
        assertThat(SrpVerifier.simulated(seed).salt()).isNotEqualTo(one.salt());
        assertThat(SrpVerifier.simulated(seed).verifier()).isNotEqualTo(one.verifier());
    }
}
