package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.Returned;
import dev.cognate.triggers.FunctionResult.TimedOut;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.Violations;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one function about one event: the attempts, what of its answer counts, and how each failure is told. Reference:
 * lifecycle I1, I3.
 */
final class Asking {
    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);

    /** The first attempt and two more; only a time-out leads to another one. Reference: lifecycle I1. */
    private static final int ATTEMPTS = 3;

    private final List<FunctionRunner> runners;

    /** The first runner that knows a function runs it. */
    Asking(List<FunctionRunner> runners) {
        this.runners = runners;
    }

    /**
     * Asks a function, perhaps several times.
     *
     * @param response reads the {@code response} member of the event that comes back
     * @throws UserLambdaValidationException the function failed
     * @throws UnexpectedLambdaException it could not be run, or did not answer in time
     * @throws InvalidLambdaResponseException what it returned is not the event with a {@code response}
     */
    <A> A ask(String function, TriggerEvent event, JsonInput.Reader<A> response) {
        return switch (attempt(function, JsonOutput.text(event))) {
            case Returned(String json) -> parse(json, response);
            case FunctionError(String message) ->
                throw new UserLambdaValidationException(Texts.failed(event.trigger(), message));
            case Failed(String error) -> throw new UnexpectedLambdaException(Texts.notInvoked(event.trigger(), error));
            case TimedOut() -> throw new UnexpectedLambdaException(Texts.notInvoked(event.trigger(), Texts.TIMED_OUT));
        };
    }

    private FunctionResult attempt(String function, String event) {
        FunctionResult result = once(function, event);
        for (int more = 1; more < ATTEMPTS && result instanceof TimedOut; more++) {
            LOG.warn("The function {} did not answer in time; trying again", function);
            result = once(function, event);
        }
        return result;
    }

    /**
     * Makes one attempt at running a function with any event, and says what came of it.
     *
     * @param function the ARN of the function
     * @param event the event as JSON
     */
    FunctionResult once(String function, String event) {
        FunctionRunner runner = runnerOf(function);
        return runner == null ? new Failed("ResourceNotFoundException") : runner.run(function, event);
    }

    private @Nullable FunctionRunner runnerOf(String function) {
        for (FunctionRunner runner : runners) {
            if (runner.knows(function)) {
                return runner;
            }
        }
        LOG.warn(
                "Nothing is configured that could run the function {}: give it a URL of its own,"
                        + " or configure the endpoint of a Lambda API",
                function);
        return null;
    }

    private static <A> A parse(String json, JsonInput.Reader<A> response) {
        try {
            Answer<A> answer = JsonInput.decode(
                    json.getBytes(StandardCharsets.UTF_8), (in, at, violations) -> Answer.read(in, response));
            if (answer.response != null) {
                return answer.response;
            }
        } catch (ProtocolFault notTheShape) {
            // Told below: a function's client does not learn more than that its output is wrong.
        }
        throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
    }

    void close() {
        runners.forEach(FunctionRunner::close);
    }

    /** The returned event, of which only {@code response} counts; null when that is absent. */
    private record Answer<A>(@Nullable A response) {

        static <A> Answer<A> read(JsonInput in, JsonInput.Reader<A> reader) {
            A response = null;
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                if (name.equals("response")) {
                    response = in.structure(Path.ROOT.member(name), new Violations(), reader);
                } else {
                    in.skip();
                }
            }
            return new Answer<>(response);
        }
    }
}
