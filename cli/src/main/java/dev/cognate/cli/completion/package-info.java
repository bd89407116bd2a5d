/**
 * The command {@code cognate completion}: scripts for shells, and the candidates that they ask for.
 *
 * <p>A script is small: it hands the words of the line to {@code cognate completion candidates} and shows what comes
 * back, so that it knows the operations of whatever version is installed.
 */
@NullMarked
package dev.cognate.cli.completion;

import org.jspecify.annotations.NullMarked;
