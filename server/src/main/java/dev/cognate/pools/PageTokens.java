package dev.cognate.pools;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.wire.fault.InvalidParameterException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;

/**
 * The tokens of paginated lists: sealed, so that a client can neither read nor make one; bound to the operation and
 * the parameters they were issued for; good for an hour, on every node with the same key ring. Base64url without white
 * space. Safe for use by many threads. Reference: oauth-config B17.
 */
public final class PageTokens {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final String PURPOSE = "page-token";
    private static final int TIME_LENGTH = Long.BYTES;
    private static final int HASH_LENGTH = 32;

    private final KeyRing keys;
    private final InstantSource clock;

    /** Tokens under these keys, whose age this clock tells. */
    public PageTokens(KeyRing keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * A token for the page that follows a position.
     *
     * @param operation the operation's name
     * @param fingerprint the parameters that the next request must repeat, in any form that tells them apart
     * @param position where the next page begins; comes back from {@link #position}
     */
    public String issue(String operation, String fingerprint, String position) {
        byte[] text = position.getBytes(StandardCharsets.UTF_8);
        byte[] plain = ByteBuffer.allocate(TIME_LENGTH + HASH_LENGTH + text.length)
                .putLong(clock.millis())
                .put(keys.hash(PURPOSE, operation, fingerprint))
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(plain, PURPOSE));
    }

    /**
     * The position that a token stands for.
     *
     * @throws InvalidParameterException the token was not issued here, not for this operation with these parameters, or
     *     more than an hour ago
     */
    public String position(String operation, String fingerprint, String token) {
        ByteBuffer plain = opened(token);
        long age = clock.millis() - plain.getLong();
        byte[] bound = new byte[HASH_LENGTH];
        plain.get(bound);
        if (age > LIFE.toMillis() || !MessageDigest.isEqual(bound, keys.hash(PURPOSE, operation, fingerprint))) {
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
        return StandardCharsets.UTF_8.decode(plain).toString();
    }

    private ByteBuffer opened(String token) {
        try {
            return ByteBuffer.wrap(keys.open(Base64.getUrlDecoder().decode(token), PURPOSE));
        } catch (IllegalArgumentException | SealBroken notIssuedHere) {
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
    }
}
