package dev.cognate.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RanksTest {
    private static double[] values(double... values) {
        return values;
    }

    @Test
    void samplesThatDoNotOverlapAreToldApartWithCertainty() {
        assertThat(Ranks.auc(values(4, 5, 6), values(1, 2, 3))).isEqualTo(1);
        assertThat(Ranks.auc(values(1, 2, 3), values(4, 5, 6))).isZero();
    }

    @Test
    void equalValuesCountHalf() {
        assertThat(Ranks.auc(values(1, 1), values(1, 1, 1))).isEqualTo(0.5);
        // Of six pairs three have the first one larger, and in one both are equal.
        assertThat(Ranks.auc(values(2, 5), values(1, 2, 6))).isEqualTo(3.5 / 6);
    }

    @Test
    void itIsTheShareOfPairsInWhichTheFirstIsLarger() {
        Random random = new Random(1);
        double[] first = random.ints(200, 0, 50).asDoubleStream().toArray();
        double[] second = random.ints(300, 10, 60).asDoubleStream().toArray();
        double larger = 0;
        for (double one : first) {
            for (double other : second) {
                larger += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }

        assertThat(Ranks.auc(first, second)).isCloseTo(larger / (200 * 300), within(1e-12));
    }
}
