/**
 * The program: settings, wiring, and the commands that start and keep the server.
 *
 * <p>The path of a start: {@link dev.cognate.app.Main}, {@code Serve}, {@code SettingsLoader}, {@code
 * ServerSettings.check}, {@code Startup} (store, keys, functions, ways for messages), {@link dev.cognate.app.Cognate},
 * {@code listen}, {@code work}.
 *
 * <p>{@link dev.cognate.app.Cognate} is a server from its first to its last moment. It is made in three steps, by hand, so
 * that reading them shows who works with whom: {@code Foundation}, what nearly every room needs; {@code Mail}, how
 * messages come about and leave; {@link dev.cognate.app.Rooms}, every room with its operations, in the families
 * {@code PoolRooms}, {@code UserRooms}, {@code TokenRooms}, {@code FactorRooms} and {@code EntryRooms}. {@code Pages} says
 * what is answered besides the API, and {@code Housekeeping} clears away what is over.
 *
 * <p>{@link dev.cognate.app.Main} is the command line of the server: {@code serve}, {@code keys} and the rest, one class
 * each. {@code Demo} and {@code Seed} fill a server before its first request.
 * {@link dev.cognate.app.ServerSettings} says what can be set; flags go before the environment, the environment before
 * {@code cognate.yaml}.
 */
@NullMarked
package dev.cognate.app;

import org.jspecify.annotations.NullMarked;
