package dev.cognate.front;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** The ids of requests: UUIDs of version 4 in lower case. Reference: oauth-config A2. */
final class RequestIds {
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final SecureRandom random;

    RequestIds(SecureRandom random) {
        this.random = random;
    }

    /** A new id. */
    String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        ByteBuffer longs = ByteBuffer.wrap(bytes);
        long high = (longs.getLong() & ~0xf000L) | VERSION_4;
        long low = (longs.getLong() >>> 2) | VARIANT_2;
        return new UUID(high, low).toString();
    }
}
