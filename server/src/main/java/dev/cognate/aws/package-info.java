/**
 * What it takes to call an API of AWS, or of anything else that speaks it: where it is, who calls, and the signature.
 *
 * <p>An {@link dev.cognate.aws.AwsApi} knows the host and the signing name of one API. {@link
 * dev.cognate.aws.AwsCredentials} say who calls: given ones, or those that the SDK's default chain finds. The {@link
 * dev.cognate.aws.RequestSigner} signs a {@code POST} with SigV4. Nothing here opens a connection to the API itself; that
 * is done by the rooms that call.
 *
 * <p>Nothing of the SDK is loaded before the first call. Why not its clients: decision 7.
 */
@NullMarked
package dev.cognate.aws;

import org.jspecify.annotations.NullMarked;
