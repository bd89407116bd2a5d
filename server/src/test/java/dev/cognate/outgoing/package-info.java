/** Tests of the fetching of documents. */
@NullMarked
package dev.cognate.outgoing;

import org.jspecify.annotations.NullMarked;
