/**
 * Writes the Java of the API from its Smithy model, at build time.
 *
 * <p>{@link dev.cognate.codegen.Main} loads the model and hands it to one writer per kind of file: records
 * ({@link dev.cognate.codegen.StructureWriter}), enumerations, faults, string rules, the list of operations, and the
 * tables that the command line reads. {@link dev.cognate.codegen.Names} is the one place that decides how a thing of the
 * model is called in Java and on the command line; {@link dev.cognate.codegen.JavaFile} how its text is laid out. The same
 * model gives the same bytes, and a file that would not change is not written.
 */
@NullMarked
package dev.cognate.codegen;

import org.jspecify.annotations.NullMarked;
