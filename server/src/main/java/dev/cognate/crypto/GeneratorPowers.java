package dev.cognate.crypto;

import java.math.BigInteger;

/**
 * Powers of the generator modulo N, by a table: the base is always the same, so most of the squarings of
 * {@link BigInteger#modPow} can be done once for all. Every password that is set, every plain one that is compared and
 * every exchange takes one.
 *
 * <p>The comb of Lim and Lee (Crypto '94): the bits of an exponent stand in {@value #ROWS} rows of {@value #COLUMNS}; the
 * table has the product for every set of rows, once for each block of columns. Bits of a column become one factor, and
 * columns at the same place of their blocks share the squarings.
 *
 * <p>Like {@code modPow}, whose look-ups depend on the exponent too, this hides exponents from who sees answers and their
 * times, not from who shares the processor's caches.
 */
final class GeneratorPowers {
    private static final int ROWS = 8;
    private static final int COLUMNS = 32;
    private static final int BLOCKS = 4;
    private static final int STEPS = COLUMNS / BLOCKS;

    /** How many bits of an exponent the table is made for: those of a hash, and of this server's secrets. */
    static final int BITS = ROWS * COLUMNS;

    private static final BigInteger PRIME = SrpGroup.PRIME;
    private static final int LENGTH = PRIME.bitLength();

    /** For division by N without dividing (Barrett): 2 to the power of twice N's length, divided by N. */
    private static final BigInteger RECIPROCAL =
            BigInteger.ONE.shiftLeft(2 * LENGTH).divide(PRIME);

    /** By block and set of rows: 1,024 numbers of 384 bytes. */
    private static final BigInteger[][] TABLE = table();

    private GeneratorPowers() {}

    /** {@code g^exponent mod N}; without the table where the exponent is longer than {@link #BITS}, or negative. */
    static BigInteger power(BigInteger exponent) {
        if (exponent.signum() < 0 || exponent.bitLength() > BITS) {
            return SrpGroup.GENERATOR.modPow(exponent, PRIME);
        }
        BigInteger power = BigInteger.ONE;
        for (int step = STEPS - 1; step >= 0; step--) {
            power = product(power, power);
            for (int block = 0; block < BLOCKS; block++) {
                power = product(power, TABLE[block][column(exponent, block * STEPS + step)]);
            }
        }
        return power;
    }

    /** The bits of a column, that of the first row lowest. */
    private static int column(BigInteger exponent, int number) {
        int bits = 0;
        for (int row = 0; row < ROWS; row++) {
            if (exponent.testBit(row * COLUMNS + number)) {
                bits |= 1 << row;
            }
        }
        return bits;
    }

    private static BigInteger[][] table() {
        BigInteger[][] table = new BigInteger[BLOCKS][1 << ROWS];
        BigInteger square = SrpGroup.GENERATOR;
        for (int bit = 0; bit < BITS; bit++) {
            if (bit % STEPS == 0) { // A row's first column of a block.
                extend(table[bit % COLUMNS / STEPS], bit / COLUMNS, square);
            }
            square = product(square, square);
        }
        return table;
    }

    /** Adds a row to a block that has those before it: all sets with it are those without, times this. */
    private static void extend(BigInteger[] block, int row, BigInteger factor) {
        block[0] = BigInteger.ONE;
        for (int rows = 0; rows < 1 << row; rows++) {
            block[rows | 1 << row] = product(block[rows], factor);
        }
    }

    /** {@code one * other mod N}, of two numbers below N. The quotient is at most 2 too small. */
    private static BigInteger product(BigInteger one, BigInteger other) {
        BigInteger whole = one.multiply(other);
        BigInteger quotient = whole.shiftRight(LENGTH - 1).multiply(RECIPROCAL).shiftRight(LENGTH + 1);
        BigInteger rest = whole.subtract(quotient.multiply(PRIME));
        while (rest.compareTo(PRIME) >= 0) {
            rest = rest.subtract(PRIME);
        }
        return rest;
    }
}
