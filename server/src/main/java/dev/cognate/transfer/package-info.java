/**
 * Pools that move from one server to another: into a file and back, whole; and from anywhere that speaks the API, as far
 * as that tells.
 *
 * <p>Nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.transfer.PoolFiles}: the door; writes a pool into a file and reads it back.
 *   <li>{@code Kept} and {@code LeftOut}: every table that has something of pools, and why some stay out. A test compares
 *       them with the schema.
 *   <li>{@code RowText}: a row as a line of JSON, and back; secrets go from the seal of the store to that of the file.
 *   <li>{@code RowsTable}: the SQL; {@code Landing}: the way into the store, in one transaction.
 *   <li>{@link dev.cognate.transfer.PoolCopies}: the other door; copies a pool through Describe*, List* and Get*.
 * </ul>
 *
 * <p>The path of an export: {@code PoolFiles.write} → one snapshot of the store, page by page through {@code RowsTable} →
 * {@code RowText} → a file that gets its name when it is complete. The path of an import: {@code FileRows} reads line by
 * line and insists on the order → {@code Landing} removes what the pool had and adds the rows.
 *
 * <p>The path of a copy: {@code RemotePool} asks through {@code Answers}, which keep every answer in a folder → when all are
 * there, {@code RemoteRows} and {@code RemoteUsers} read the same answers again, inside the transaction.
 *
 * <p>The room knows columns and hardly what they mean: what the other rooms store is moved as it is. {@code RowRules} alone
 * looks into rows that come from a file, and refuses those that the other rooms could not read. A new table or column needs
 * a line in {@code Kept} or {@code LeftOut}, and a new table one in {@code RowRules}.
 */
@NullMarked
package dev.cognate.transfer;

import org.jspecify.annotations.NullMarked;
