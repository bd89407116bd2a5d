/**
 * The command {@code cognate token}: what a token says, for people.
 *
 * <p>{@link dev.cognate.cli.token.Token} takes a token apart and prints its header and its claims, with times in words. It
 * checks no signature and says so: whoever relies on a token must.
 */
@NullMarked
package dev.cognate.cli.token;

import org.jspecify.annotations.NullMarked;
