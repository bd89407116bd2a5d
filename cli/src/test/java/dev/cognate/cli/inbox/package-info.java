/** Tests of the room of the same name. */
@NullMarked
package dev.cognate.cli.inbox;

import org.jspecify.annotations.NullMarked;
