package dev.cognate.pools;

import java.util.function.IntToLongFunction;

/**
 * The most of its things that an account or a pool may have. Limits that hold in every server (groups, import jobs, custom
 * attributes, identities of a user and the like) stand in their rooms. Reference: oauth-config B19.
 *
 * @param pools pools of the account in one region
 * @param clients clients of a pool
 * @param identityProviders identity providers of a pool
 * @param resourceServers resource servers of a pool
 * @param customDomains custom domains of the account
 */
public record ResourceQuotas(int pools, int clients, int identityProviders, int resourceServers, int customDomains) {
    /** As many as the store holds. */
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** What an account of the service begins with. */
    public static final ResourceQuotas SERVICE = new ResourceQuotas(1_000, 1_000, 300, 25, 4);

    /** Those of a server of one's own: where clients read all at once, the most that the service grants on request. */
    public static final ResourceQuotas OWN = new ResourceQuotas(ANY_NUMBER, ANY_NUMBER, 1_000, 300, ANY_NUMBER);

    /**
     * Whether there is more than a quota allows, in the transaction that has just added something. Where any number is
     * allowed nothing is counted.
     *
     * @param counted counts by a key, no further than it is told
     */
    public static boolean isExceeded(int quota, IntToLongFunction counted) {
        return quota != ANY_NUMBER && counted.applyAsLong(quota + 1) > quota;
    }
}
