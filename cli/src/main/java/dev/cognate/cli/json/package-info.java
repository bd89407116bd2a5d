/**
 * JSON as a small tree, read and written as the AWS command line does.
 *
 * <p>A {@link dev.cognate.cli.json.JsonValue} is one of seven things. {@link dev.cognate.cli.json.JsonReader} reads text
 * with Jackson's streaming parser; what it refuses, {@link dev.cognate.cli.json.JsonComplaint} explains in the words of
 * Python's decoder, which users of the AWS command line know. {@link dev.cognate.cli.json.JsonWriter} writes the two
 * forms of Python's encoder: one line for requests, four spaces of indentation for people. Reference: oauth-config D3,
 * D9, D16.
 */
@NullMarked
package dev.cognate.cli.json;

import org.jspecify.annotations.NullMarked;
