/**
 * How half-written commands may go on, and the command {@code cognate completion}: scripts for shells.
 *
 * <p>{@link dev.cognate.cli.completion.Suggestions} knows what may stand next in a line, each
 * {@link dev.cognate.cli.completion.Suggestion} with what it means. A script of
 * {@link dev.cognate.cli.completion.Completion} is small: it hands the words of the line to
 * {@code cognate completion described} and shows what comes back, so that it knows the operations of whatever version is
 * installed. The prompt, in {@link dev.cognate.cli.prompt}, asks the same source.
 */
@NullMarked
package dev.cognate.cli.completion;

import org.jspecify.annotations.NullMarked;
