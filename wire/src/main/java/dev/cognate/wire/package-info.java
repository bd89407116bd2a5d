/**
 * The API of Amazon Cognito user pools as Java: 140 operations, their shapes, faults and constraints, and the JSON 1.1
 * codec.
 *
 * <p>Almost all of it is generated at build time from the Smithy model in {@code wire/src/main/smithy}:
 *
 * <ul>
 *   <li>a record per structure and an enum per enumeration ({@code dev.cognate.wire.model}); each record reads itself
 *       from JSON, writes itself, and masks its sensitive members when printed;
 *   <li>a final class per exception of the model ({@code dev.cognate.wire.fault});
 *   <li>{@code dev.cognate.wire.model.Operations}: one {@link dev.cognate.wire.OperationModel} for each operation.
 * </ul>
 *
 * <p>What is written by hand is in this package. The path of a request: {@link dev.cognate.wire.JsonInput} decodes the
 * body into the operation's input record while {@link dev.cognate.wire.Violations} collects broken constraints; the
 * {@link dev.cognate.wire.Operation} answers with the output record or throws a {@link dev.cognate.wire.Fault};
 * {@link dev.cognate.wire.JsonOutput} encodes either.
 *
 * <p>All of it is open to anyone who can connect, so everything that a request can make large is bounded here: the depth
 * of its nesting, the digits and exponents of numbers, the work of a pattern ({@link dev.cognate.wire.MeteredText}), and
 * how much of it comes back in a message ({@link dev.cognate.wire.Excerpt}). Text that not every store can keep is no
 * text. The size of the body itself is the listener's concern.
 *
 * <p>Reference: oauth-config A1 to A5, lifecycle A1 and A3.
 */
@NullMarked
package dev.cognate.wire;

import org.jspecify.annotations.NullMarked;
