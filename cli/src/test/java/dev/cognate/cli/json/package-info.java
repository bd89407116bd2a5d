/** Tests of the room of the same name. */
@NullMarked
package dev.cognate.cli.json;

import org.jspecify.annotations.NullMarked;
