package dev.cognate.wire;

/** A value of one of the model's enumerations. */
public interface WireEnum {

    /** The text that stands for this value on the wire. */
    String wire();
}
