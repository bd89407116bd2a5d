package dev.cognate.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current row of a query; columns are counted from one. A getter for an absent value throws where null is not allowed. */
public interface Row {

    /** A text that is not null. */
    String string(int column);

    /** A text, null for SQL NULL. */
    @Nullable String nullableString(int column);

    /** A whole number that is not null. */
    long number(int column);

    /** A boolean that is not null. */
    boolean bool(int column);

    /** Bytes that are not null. */
    byte[] bytes(int column);

    /** Bytes, null for SQL NULL. */
    byte @Nullable [] nullableBytes(int column);

    /** A point in time that is not null, stored as epoch milliseconds. */
    Instant instant(int column);

    /** A point in time, null for SQL NULL. */
    @Nullable Instant nullableInstant(int column);
}
