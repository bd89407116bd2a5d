package dev.cognate.domain;

/** The id of a user pool: its region, an underscore, and letters and digits, as in {@code us-east-1_COGNATE01}. */
public record PoolId(String value) {

    /** The region that the id begins with. */
    public String region() {
        int end = value.indexOf('_');
        return end < 0 ? value : value.substring(0, end);
    }

    @Override
    public String toString() {
        return value;
    }
}
