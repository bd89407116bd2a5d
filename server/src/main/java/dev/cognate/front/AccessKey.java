package dev.cognate.front;

import java.time.Instant;

/**
 * An access key as it is listed: without its secret.
 *
 * @param id the public half, such as {@code AKIA…}
 * @param description what it is for, in its maker's words
 * @param createdAt when it was made
 */
public record AccessKey(String id, String description, Instant createdAt) {

    /**
     * An access key at the only moment when its secret can be seen.
     *
     * @param key the key
     * @param secret its secret half
     */
    public record Created(AccessKey key, SecretAccessKey secret) {}
}
