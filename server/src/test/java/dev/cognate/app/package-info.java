/** The whole server in tests: a server, its clock, its pools, its function; and the tests of the program itself. */
@NullMarked
package dev.cognate.app;

import org.jspecify.annotations.NullMarked;
