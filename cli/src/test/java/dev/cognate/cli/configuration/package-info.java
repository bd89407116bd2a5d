/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.configuration;

import org.jspecify.annotations.NullMarked;
