package dev.cognate.domain;

/** The id of an app client; unique over all pools. */
public record ClientId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
