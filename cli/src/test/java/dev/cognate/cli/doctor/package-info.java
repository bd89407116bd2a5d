/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.doctor;

import org.jspecify.annotations.NullMarked;
