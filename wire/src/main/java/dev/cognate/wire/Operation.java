package dev.cognate.wire;

/**
 * What one operation of the API does: a class with the operation's own name implements it.
 *
 * @param <I> the input record of the operation
 * @param <O> the output record, or {@link NoOutput} for an operation that has none
 */
@FunctionalInterface
public interface Operation<I, O> {

    /**
     * Answers one request.
     *
     * @param request the decoded input; its constraints hold
     * @param call who asks, and from where
     * @return the answer
     * @throws Fault the answer is one of the errors that the model lists for this operation
     */
    O run(I request, Call call);
}
