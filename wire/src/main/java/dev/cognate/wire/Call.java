package dev.cognate.wire;

import org.jspecify.annotations.Nullable;

/**
 * The circumstances of one request.
 *
 * @param requestId the id that the answer carries as {@code x-amzn-RequestId}, a lower-case UUID
 * @param region the region of the signature's credential scope; the server's default region for an unsigned request
 * @param sourceAddress the IP address of the client
 * @param userAgent the client's {@code User-Agent} (or {@code X-Amz-User-Agent}) header, null when it sent none
 * @param accessKeyId the access key that signed the request, null for an unsigned one
 */
public record Call(
        String requestId,
        String region,
        String sourceAddress,
        @Nullable String userAgent,
        @Nullable String accessKeyId) {}
