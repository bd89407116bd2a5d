/** Tests of the command line as a whole, and the stand-ins that they share. */
@NullMarked
package dev.cognate.cli;

import org.jspecify.annotations.NullMarked;
