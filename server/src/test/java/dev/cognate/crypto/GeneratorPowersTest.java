package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Powers by the table, against those by {@link BigInteger#modPow}. */
final class GeneratorPowersTest {
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(GeneratorPowers.BITS);

    @Test
    void everySingleBitHasItsPlaceInTheTable() {
        for (int bit = 0; bit < GeneratorPowers.BITS; bit++) {
            requirePower(BigInteger.ONE.shiftLeft(bit));
        }
    }

    @Test
    void exponentsOfEveryLengthHaveTheirPower() {
        Random random = new Random(3072);
        for (int bits = 1; bits <= GeneratorPowers.BITS; bits++) {
            requirePower(new BigInteger(bits, random));
        }
    }

    @Test
    void theSmallestAndTheLargestExponentHaveTheirPower() {
        assertThat(GeneratorPowers.power(BigInteger.ZERO)).isEqualTo(BigInteger.ONE);
        requirePower(BEYOND.subtract(BigInteger.ONE));
    }

    @Test
    void exponentsThatTheTableDoesNotReachHaveTheirPowerToo() {
        requirePower(BEYOND);
        requirePower(BigInteger.ONE.negate());
    }

    private static void requirePower(BigInteger exponent) {
        assertThat(GeneratorPowers.power(exponent)).isEqualTo(SrpGroup.GENERATOR.modPow(exponent, SrpGroup.PRIME));
    }
}
