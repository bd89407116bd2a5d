/** Tests of the load generator, against small servers of the JDK. */
@NullMarked
package dev.cognate.bench.load;

import org.jspecify.annotations.NullMarked;
