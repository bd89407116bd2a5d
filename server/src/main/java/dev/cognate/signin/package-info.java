/** Signing in. */
@NullMarked
package dev.cognate.signin;

import org.jspecify.annotations.NullMarked;
