/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.output;

import org.jspecify.annotations.NullMarked;
