/**
 * Tests of the triggers, against a real HTTP server that plays the function endpoint and the Invoke API of Lambda
 * ({@link dev.cognate.triggers.FunctionHost}).
 */
@NullMarked
package dev.cognate.triggers;

import org.jspecify.annotations.NullMarked;
