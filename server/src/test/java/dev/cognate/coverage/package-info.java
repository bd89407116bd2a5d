/**
 * Tests that go over all operations of the API at once, by tables and by the model itself: what every operation refuses in
 * the same way, how every list is paged, and that what is configured can be read again. What is particular to one
 * operation is tested in its room.
 *
 * <p>{@link dev.cognate.coverage.ApiModel} is the model as its authors wrote it, so that nothing here leans on the code
 * that was generated from it; {@link dev.cognate.coverage.Requests} makes requests that it allows.
 */
@NullMarked
package dev.cognate.coverage;

import org.jspecify.annotations.NullMarked;
