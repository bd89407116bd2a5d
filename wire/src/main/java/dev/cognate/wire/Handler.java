package dev.cognate.wire;

/**
 * An operation of the model together with the class that performs it.
 *
 * @param <I> the input record
 * @param <O> the output record
 */
public record Handler<I, O>(OperationModel<I, O> model, Operation<I, O> operation) {

    /**
     * Decodes the body, checks the model's constraints, and runs the operation.
     *
     * @param body one JSON object in UTF-8
     * @return the encoded answer; empty for an operation without output
     * @throws Fault the request is refused
     */
    public byte[] answer(byte[] body, Call call) {
        I request = JsonInput.decode(body, model.input());
        O answer = operation.run(request, call);
        return answer instanceof Shape shape ? JsonOutput.encode(shape) : new byte[0];
    }
}
