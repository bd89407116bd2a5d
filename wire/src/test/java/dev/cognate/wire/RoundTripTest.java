package dev.cognate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read as the same, for every structure of the model. */
class RoundTripTest {
    private static final int TIMES = "full".equals(System.getProperty("cognate.proofs")) ? 500 : 10;

    static Stream<Class<? extends Record>> records() {
        return Shapes.records().stream();
    }

    @Test
    void allStructuresAreThere() {
        assertThat(Shapes.records()).hasSize(367);
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends Record> void aRandomStructureIsReadAsItWasWritten(Class<T> type) {
        Random random = new Random(type.getName().hashCode());
        JsonInput.Reader<T> reader = Shapes.reader(type);

        for (int i = 0; i < TIMES; i++) {
            T written = Shapes.random(type, random);
            String json = JsonOutput.text((Shape) written);
            T read = JsonInput.decodeStored(json, reader);

            assertThat(read).isEqualTo(written).hasSameHashCodeAs(written);
            assertThat(JsonOutput.text((Shape) read)).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    <T extends Record> void aBuilderGivesItsStructureBack(Class<T> type) throws ReflectiveOperationException {
        T record = Shapes.random(type, new Random(1));
        if (type.getRecordComponents().length < 5) {
            assertThat(type.getDeclaredClasses())
                    .as("builders are for many components")
                    .isEmpty();
            return;
        }
        Object builder = type.getMethod("toBuilder").invoke(record);
        Object empty = type.getMethod("builder").invoke(null);

        assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(record);
        assertThat(empty.getClass().getMethod("build").invoke(empty)).isEqualTo(Shapes.filled(type, component -> null));
    }
}
