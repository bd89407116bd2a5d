package dev.cognate.transfer;

/**
 * A column of a table, beside that of the pool.
 *
 * @param name as in the schema, and in the file
 * @param kind what it holds
 * @param isNullable whether a row may be without it
 */
record Column(String name, Kind kind, boolean isNullable) {

    private Column(String name, Kind kind) {
        this(name, kind, false);
    }

    /** The same, which a row may be without. */
    Column orNull() {
        return new Column(name, kind, true);
    }

    /** What a column holds. */
    sealed interface Kind {}

    /** What stands in the file as it is in the store. */
    enum Plain implements Kind {
        TEXT,
        /** A whole number. */
        NUMBER,
        FLAG,
        /** Epoch milliseconds; in the file a text as in {@code 2026-03-01T12:00:00.123Z}. */
        TIME,
        /** A JSON document, which stands in the file as such. */
        JSON,
        /** Bytes that are no secret; in the file Base64. */
        BYTES
    }

    /**
     * What is sealed: in the store by the key ring, in the file under the passphrase.
     *
     * @param purpose for which the room of the table seals it
     */
    record Secret(String purpose) implements Kind {}

    static Column text(String name) {
        return new Column(name, Plain.TEXT);
    }

    static Column number(String name) {
        return new Column(name, Plain.NUMBER);
    }

    static Column flag(String name) {
        return new Column(name, Plain.FLAG);
    }

    static Column time(String name) {
        return new Column(name, Plain.TIME);
    }

    static Column json(String name) {
        return new Column(name, Plain.JSON);
    }

    static Column bytes(String name) {
        return new Column(name, Plain.BYTES);
    }

    static Column secret(String name, String purpose) {
        return new Column(name, new Secret(purpose));
    }
}
