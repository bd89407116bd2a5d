/**
 * What is measured: servers in processes of their own, and the data they stand on.
 *
 * <p>The nouns: a {@link dev.cognate.bench.subject.Program} is a running process with its processor time and memory; a
 * {@link dev.cognate.bench.subject.Server} is one that answers at an address and knows a pool and a client. A
 * {@link dev.cognate.bench.subject.SeededFolder} is a data folder with any number of users, made through the doors of the
 * server's rooms; {@link dev.cognate.bench.subject.Names} says what its users are called.
 * {@link dev.cognate.bench.subject.PackagedCognate}, {@link dev.cognate.bench.subject.CognitoLocal} and
 * {@link dev.cognate.bench.subject.Moto} start servers; {@link dev.cognate.bench.subject.EchoServer} and
 * {@link dev.cognate.bench.subject.StoreLoad} are the two limits that the operation is held against, each run in a process
 * with the same settings of the virtual machine as the server.
 */
@NullMarked
package dev.cognate.bench.subject;

import org.jspecify.annotations.NullMarked;
