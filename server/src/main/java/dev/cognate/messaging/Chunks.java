package dev.cognate.messaging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the rows of a statement into chunks of a few fixed sizes: one statement takes many rows, and yet there are only
 * three texts of it for the database to keep prepared.
 */
final class Chunks {
    private static final int[] SIZES = {64, 8, 1};

    private Chunks() {}

    /**
     * Hands each chunk to the statement.
     *
     * @param rows the parameters of each row
     * @param row the SQL of one row, such as {@code (?, ?)}
     * @param statement takes the SQL of all rows, separated by commas, and their parameters
     */
    static void each(
            List<? extends List<? extends @Nullable Object>> rows,
            String row,
            BiConsumer<String, List<@Nullable Object>> statement) {
        int from = 0;
        for (int size : SIZES) {
            for (; rows.size() - from >= size; from += size) {
                List<@Nullable Object> parameters = new ArrayList<>();
                rows.subList(from, from + size).forEach(parameters::addAll);
                statement.accept(String.join(", ", Collections.nCopies(size, row)), parameters);
            }
        }
    }
}
