/**
 * Lambda triggers: the points at which a pool asks functions of its owner.
 *
 * <p>The nouns. A {@link dev.cognate.triggers.TriggerEvent} is what a function is told, one record per trigger; its
 * {@link dev.cognate.triggers.Origin} is the part that all events share. A {@link dev.cognate.triggers.FunctionRunner}
 * makes one attempt at running a function and says what came of it, a {@link dev.cognate.triggers.FunctionResult}:
 * {@link dev.cognate.triggers.HttpRunner} posts the event to a URL that stands for the function,
 * {@link dev.cognate.triggers.LambdaApiRunner} calls the Invoke API of AWS Lambda or of anything that speaks it.
 * {@link dev.cognate.triggers.LocalRunner} runs code on this machine ({@link dev.cognate.triggers.LocalCode}): a file for
 * Node.js or Python in {@link dev.cognate.triggers.Workers}, processes of our own script that load the file, stay warm and
 * take one event at a time as a line of JSON; or a command for each event. What functions print goes to their
 * {@link dev.cognate.triggers.FunctionLog}. Answers are records ({@link dev.cognate.triggers.PreSignUpAnswer}, {@link
 * dev.cognate.triggers.CustomMessageAnswer}).
 *
 * <p>The path of one call: a room asks {@link dev.cognate.triggers.Triggers}, the door. It looks up the function's ARN
 * in the pool's configuration (none: the answer that changes nothing). {@code Asking} writes the event, lets the first
 * runner that knows the ARN try it up to three times while it times out, reads the {@code response} member of what
 * came back, and turns every failure into one of the three faults of the model: {@code UserLambdaValidationException},
 * {@code UnexpectedLambdaException}, {@code InvalidLambdaResponseException}.
 *
 * <p>The functions that send messages have a door of their own, {@link dev.cognate.triggers.CustomSenders}: they are asked
 * by the courier of messages, long after the client got its answer, with the code encrypted by the room {@code kms}; what
 * they are told waits with the message, as a {@link dev.cognate.triggers.CustomSending}.
 *
 * <p>A call takes up to fifteen seconds. It must never be made inside a transaction of the store: rooms ask first and
 * write afterwards, or write first and ask afterwards, as the reference says for each trigger.
 *
 * <p>Events hold personal data and never reach the log. Reference: lifecycle I1 to I9.
 */
@NullMarked
package dev.cognate.triggers;

import org.jspecify.annotations.NullMarked;
