package dev.cognate.wire;

/** A structure of the model: it can write itself as JSON. */
@FunctionalInterface
public interface Shape {

    /** Writes this structure as a JSON object, its present members in alphabetical order. */
    void write(JsonOutput out);
}
