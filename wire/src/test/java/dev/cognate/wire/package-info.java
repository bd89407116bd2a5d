/** Tests of the API's hand-written part and of what the generator makes of the model. */
@NullMarked
package dev.cognate.wire;

import org.jspecify.annotations.NullMarked;
