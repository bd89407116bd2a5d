/** Tests of the room of the same name. */
@NullMarked
package dev.cognate.cli.cognitoidp;

import org.jspecify.annotations.NullMarked;
