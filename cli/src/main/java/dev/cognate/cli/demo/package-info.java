/**
 * The command {@code cognate demo}: a server in a temporary folder, and a story told with it.
 *
 * <p>{@link dev.cognate.cli.demo.Launcher} starts the server as a process of its own and finds its address in what it
 * prints. {@link dev.cognate.cli.demo.Story} is the story: every step is a command that the reader could type, run by
 * this very program, and an expectation of what it gives; {@link dev.cognate.cli.demo.Narrator} prints both.
 * {@link dev.cognate.cli.demo.Demo} holds them together and leaves nothing behind.
 */
@NullMarked
package dev.cognate.cli.demo;

import org.jspecify.annotations.NullMarked;
