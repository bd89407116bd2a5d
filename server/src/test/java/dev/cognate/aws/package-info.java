/** Tests of how AWS is called. {@link dev.cognate.aws.ReceivedSignature} checks signatures as AWS does. */
@NullMarked
package dev.cognate.aws;

import org.jspecify.annotations.NullMarked;
