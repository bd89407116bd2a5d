/**
 * The program: settings, wiring, and the commands that start and keep the server.
 *
 * <p>The path of a start: {@link dev.cognate.app.Main}, {@code Serve}, {@code SettingsLoader}, {@code
 * ServerSettings.check}, {@code Startup} (store, keys, functions, mail), {@link dev.cognate.app.Cognate} (the rooms), {@code
 * listen}, {@code work}. {@code Housekeeping} clears away what is over; {@code InboxEndpoint} shows messages; {@code Demo}
 * fills a server for {@code --demo}.
 *
 * <p>{@link dev.cognate.app.Cognate} makes every room from its collaborators, by hand and in one place: reading it shows
 * who works with whom. {@link dev.cognate.app.Main} is the command line of the server, {@code serve} and {@code keys}.
 * {@link dev.cognate.app.ServerSettings} says what can be set; flags go before the environment, the environment before
 * {@code cognate.yaml}.
 */
@NullMarked
package dev.cognate.app;

import org.jspecify.annotations.NullMarked;
