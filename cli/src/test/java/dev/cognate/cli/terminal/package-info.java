/** Tests of the room of the same name. */
@NullMarked
package dev.cognate.cli.terminal;

import org.jspecify.annotations.NullMarked;
