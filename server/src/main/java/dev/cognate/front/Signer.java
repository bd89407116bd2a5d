package dev.cognate.front;

/**
 * Who signed a request, and for which region.
 *
 * @param accessKeyId the public half of an access key
 * @param region the region of the signature's credential scope
 */
public record Signer(String accessKeyId, String region) {}
