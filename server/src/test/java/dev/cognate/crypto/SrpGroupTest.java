package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Numbers as they travel. Reference: auth 9.1. */
final class SrpGroupTest {
    private static final BigInteger LONGEST = BigInteger.ONE.shiftLeft(3072).subtract(BigInteger.ONE);

    @Test
    void digitsAreThoseOfTheNumberWithoutZerosInFront() {
        Random random = new Random(16);
        for (int bits = 0; bits < 300; bits++) {
            BigInteger number = new BigInteger(bits, random);
            assertThat(SrpGroup.digits(number)).isEqualTo(number.toString(16));
            assertThat(SrpGroup.number(SrpGroup.digits(number))).isEqualTo(number);
        }
        assertThat(SrpGroup.digits(SrpGroup.PRIME)).isEqualTo(SrpGroup.PRIME.toString(16));
    }

    @Test
    void clientsMayWriteCapitalsAndZerosInFront() {
        assertThat(SrpGroup.number("00FFab1")).isEqualTo(BigInteger.valueOf(0xffab1));
        assertThat(SrpGroup.number("00" + LONGEST.toString(16))).isEqualTo(LONGEST);
        assertThat(SrpGroup.number("0" + LONGEST.toString(16))).isEqualTo(LONGEST);
    }

    @Test
    void whatIsNoNumberOrTooLongIsNone() {
        assertThat(SrpGroup.number("")).isNull();
        assertThat(SrpGroup.number("xyz")).isNull();
        assertThat(SrpGroup.number("-1")).isNull();
        assertThat(SrpGroup.number("+1")).isNull();
        assertThat(SrpGroup.number("\uff11")).isNull(); // A digit to Character.digit, which is none here.
        assertThat(SrpGroup.number("1" + "0".repeat(768))).isNull();
        assertThat(SrpGroup.number("000" + LONGEST.toString(16))).isNull();
    }
}
