package dev.cognate.signin;

import java.util.List;

/** One way to begin a sign-in. */
interface Flow {

    /** The names that a request must have, in the order in which they are missed. */
    List<String> required();

    /**
     * Begins. The client may use the flow, and what is required is there.
     *
     * @throws dev.cognate.wire.Fault the beginning is refused
     */
    Answer begin(Step step);
}
