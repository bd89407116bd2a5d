package dev.cognate.tokens;

import dev.cognate.domain.PoolId;
import dev.cognate.domains.Domain;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.IssuerConfigurationType;
import dev.cognate.wire.model.IssuerType;
import java.util.function.Supplier;

/**
 * Whom the tokens of a pool name as their issuer. By default that is this server, under the address where the pool's keys
 * are; clients that were made for the service, and check for its name, get that. Reference: auth 14.1.
 *
 * @param address this server's address, known once it listens
 * @param style what issuers look like
 */
public record Issuers(Supplier<String> address, Style style) {

    /** What issuers look like. */
    public enum Style {
        /** This server's address and the pool's id. */
        OWN,
        /** As the service has them: by the pool's IssuerConfiguration, which is ORIGINAL when not said. */
        AWS
    }

    /** The issuer of a pool's tokens. */
    String of(Pool pool) {
        return switch (style) {
            case OWN -> place(pool.id());
            case AWS -> "https://" + host(pool) + "." + pool.id().region() + ".amazonaws.com/" + pool.id();
        };
    }

    /** Where a pool's documents are, whatever its tokens say. */
    String place(PoolId pool) {
        return address.get() + "/" + pool;
    }

    /** Where browsers find a domain: a custom one under its own name, a prefix as a path of this server. */
    String place(Domain domain) {
        return domain.isCustom() ? "https://" + domain.host() : address.get() + "/" + domain.name();
    }

    private static String host(Pool pool) {
        IssuerConfigurationType issuer = pool.config().issuerConfiguration();
        return issuer != null && issuer.type() == IssuerType.UPDATED ? "issuer-cognito-idp" : "cognito-idp";
    }
}
