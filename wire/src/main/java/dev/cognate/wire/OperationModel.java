package dev.cognate.wire;

import java.util.Set;

/**
 * An operation as the model describes it.
 *
 * @param name the name on the wire, such as {@code ResendConfirmationCode}
 * @param signed whether a request must carry a signature (SigV4)
 * @param input reads the input structure
 * @param errors the wire names of the errors that the model lists
 * @param <I> the input record
 * @param <O> the output record
 */
public record OperationModel<I, O>(String name, boolean signed, JsonInput.Reader<I> input, Set<String> errors) {

    /** Binds the class that performs this operation. */
    public Handler<I, O> by(Operation<I, O> operation) {
        return new Handler<>(this, operation);
    }
}
