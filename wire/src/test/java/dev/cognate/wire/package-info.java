/**
 * Tests of the API: what a client is told about each kind of bad input, what the codec reads and writes, and that the
 * generated shapes are the ones of the service.
 *
 * <p>{@link dev.cognate.wire.Requests} sends text through the same door as the listener. {@link dev.cognate.wire.Shapes}
 * finds all generated records and fills them at random, by reflection, which only tests use.
 */
@NullMarked
package dev.cognate.wire;

import org.jspecify.annotations.NullMarked;
