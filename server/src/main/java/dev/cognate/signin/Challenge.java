package dev.cognate.signin;

import java.util.List;

/** One kind of challenge, and what its answer comes to. */
interface Challenge {

    /** The names that an answer must have, in the order in which they are missed. */
    List<String> required();

    /**
     * Takes an answer. The client has proved its secret by then, and what is required is there.
     *
     * @throws dev.cognate.wire.Fault the answer is wrong
     */
    Answer answer(Step step, Claimant claimant);
}
