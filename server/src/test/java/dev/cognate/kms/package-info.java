/** Tests of the room {@code kms}. */
@NullMarked
package dev.cognate.kms;

import org.jspecify.annotations.NullMarked;
