package dev.cognate.wire;

/**
 * A member that the model leaves free: any JSON value.
 *
 * @param json the value as compact JSON text
 */
public record Document(String json) {}
