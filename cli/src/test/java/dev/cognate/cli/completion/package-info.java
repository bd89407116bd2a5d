/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.completion;

import org.jspecify.annotations.NullMarked;
