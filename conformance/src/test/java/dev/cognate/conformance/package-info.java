/**
 * Real clients against the packaged program: the AWS CLI, the command line, and hostile ones.
 *
 * <p>{@link dev.cognate.conformance.Program} starts {@code target/cognate/bin/cognate serve} in a process of its own,
 * stops it, or kills it. Nothing here knows the code.
 */
@NullMarked
package dev.cognate.conformance;

import org.jspecify.annotations.NullMarked;
