/** Tests of the room of the same name. */
@NullMarked
package dev.cognate.cli.demo;

import org.jspecify.annotations.NullMarked;
