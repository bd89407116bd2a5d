/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.token;

import org.jspecify.annotations.NullMarked;
