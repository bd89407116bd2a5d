package dev.cognate.domain;

/** The id of a user for life: a lower-case UUID, never given twice. */
public record Sub(String value) {

    @Override
    public String toString() {
        return value;
    }
}
