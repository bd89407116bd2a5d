/**
 * Tests of the generator, on a small model of their own ({@code tiny.smithy}): the files that it makes of it are kept
 * beside it and compared letter by letter.
 */
@NullMarked
package dev.cognate.codegen;

import org.jspecify.annotations.NullMarked;
