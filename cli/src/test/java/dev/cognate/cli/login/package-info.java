/** Tests of the package of the same name. */
@NullMarked
package dev.cognate.cli.login;

import org.jspecify.annotations.NullMarked;
