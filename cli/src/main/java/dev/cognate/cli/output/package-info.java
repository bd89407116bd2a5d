/**
 * How an answer is printed: {@code --output} and {@code --query}.
 *
 * <p>{@link dev.cognate.cli.output.OutputFormat} names the six formats; {@link dev.cognate.cli.output.Printer} writes an
 * answer, or the {@link dev.cognate.cli.output.Pages} of a list, in one of them, after a
 * {@link dev.cognate.cli.output.Query} has picked what is wanted. {@code TextOutput}, {@code TableOutput} and
 * {@code YamlOutput} are the forms themselves, byte for byte those of the AWS command line, version 2.
 *
 * <p>Reference: oauth-config D8 to D10.
 */
@NullMarked
package dev.cognate.cli.output;

import org.jspecify.annotations.NullMarked;
