package dev.cognate.wire;

/** The answer of an operation for which the model has no output shape: HTTP 200 with an empty body. */
public record NoOutput() {}
