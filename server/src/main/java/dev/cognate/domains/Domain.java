package dev.cognate.domains;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.DomainDescriptionType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A domain of a pool.
 *
 * @param pool the pool
 * @param description what DescribeUserPoolDomain answers; all members but {@code CustomDomainConfig}, which a
 *     prefix has not, and {@code Routing} are present
 */
public record Domain(PoolId pool, DomainDescriptionType description) {

    /** The prefix, or the custom domain in full. */
    public String name() {
        return Objects.requireNonNull(description.domain());
    }

    /** Whether it is a custom domain. */
    public boolean isCustom() {
        return name().indexOf('.') >= 0;
    }

    /** The host name under which browsers know it. */
    public String host() {
        return isCustom() ? name() : name() + ".auth." + pool.region() + ".amazoncognito.com";
    }

    /** Which pages it has: 1 for the classic ones, 2 for managed login. */
    public int managedLoginVersion() {
        return Objects.requireNonNull(description.managedLoginVersion());
    }

    /** The host name that a custom domain is to be an alias of; null for a prefix, which needs none. */
    @Nullable String alias() {
        return isCustom() ? description.cloudFrontDistribution() : null;
    }
}
