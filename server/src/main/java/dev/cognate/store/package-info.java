/**
 * Where everything durable lives: one SQLite file, or a PostgreSQL database, behind the same two verbs.
 *
 * <p>Nouns:
 *
 * <ul>
 *   <li>{@link dev.cognate.store.Store}: runs a closure in a transaction, to write or to read.
 *   <li>{@link dev.cognate.store.Tx}: the open transaction that the closure gets; SQL with {@code ?} for parameters.
 *   <li>{@link dev.cognate.store.Row}: the current row of a query.
 *   <li>{@link dev.cognate.store.SqliteStore}: a file in a folder; one thread writes, and makes many closures durable
 *       with one commit; a few connections read.
 *   <li>{@link dev.cognate.store.PostgresStore}: pooled connections; a transaction that clashes with another one is run
 *       again.
 *   <li>{@link dev.cognate.store.Sweep}: clears rows away that are over; {@link dev.cognate.store.Decoded}: what stored
 *       documents say, without decoding them again.
 *   <li>{@link dev.cognate.store.SealKeys}: notices at the start that the data was sealed with another key;
 *       {@link dev.cognate.store.SealedValues} counts what each key has sealed, and seals it anew.
 * </ul>
 *
 * <p>The path of one write to SQLite: {@code SqliteStore.write} → {@code SqliteWriter} queues it and the caller waits →
 * the writer's thread takes all that is queued, begins a transaction, runs each closure with a {@code JdbcTx} inside a
 * savepoint, commits → the callers go on. The path of one write to PostgreSQL: {@code PostgresStore.write} → a pooled
 * connection → the closure with a {@code JdbcTx} → commit, or once more.
 *
 * <p>Tables are made by the migrations in {@code db/sqlite} and {@code db/postgresql}, run by {@code Migrations} when the
 * schema is not the newest. A SQL class of a room says each statement once, for both databases.
 */
@NullMarked
package dev.cognate.store;

import org.jspecify.annotations.NullMarked;
