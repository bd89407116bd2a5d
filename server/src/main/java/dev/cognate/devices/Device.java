package dev.cognate.devices;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that a user confirmed.
 *
 * @param pool the pool
 * @param sub whose it is
 * @param key its key
 * @param group the group that its key was handed out with; null for one that was confirmed before groups were kept
 * @param name what the client calls it, null for nothing
 * @param remembered whether a proof of it stands in for a second factor
 * @param verifier the SRP verifier of its password, sealed
 * @param lastAddress the IP address of the last request that named it
 * @param created when it was confirmed
 * @param modified when its status was last changed
 * @param authenticated when a sign-in last named it
 */
public record Device(
        PoolId pool,
        Sub sub,
        String key,
        @Nullable String group,
        @Nullable String name,
        boolean remembered,
        byte[] verifier,
        String lastAddress,
        Instant created,
        Instant modified,
        Instant authenticated) {

    /** Its key and standing. */
    @Override
    public String toString() {
        return "Device[" + key + (remembered ? ", remembered" : "") + "]";
    }
}
