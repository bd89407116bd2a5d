package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.IdentityProviderTypeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider of a pool. Does not print its details.
 *
 * @param pool the pool
 * @param config what the API shows, without the details
 * @param details what its type needs
 */
public record Provider(PoolId pool, IdentityProviderType config, Details details) {

    /** Its name in the pool. */
    public String name() {
        return Objects.requireNonNull(config.providerName());
    }

    /** Its type. */
    public IdentityProviderTypeType type() {
        return Objects.requireNonNull(config.providerType());
    }

    /** The value of a detail, secret or not; null when there is none. */
    public @Nullable String detail(String key) {
        return details.values().get(key);
    }

    /** The claims that attributes of the pool's users are taken from, by attribute. */
    public Map<String, String> attributeMapping() {
        Map<String, String> mapping = config.attributeMapping();
        return mapping == null ? Map.of() : mapping;
    }

    /** The SAML metadata document as text, null for a provider of another type. */
    public @Nullable String metadata() {
        return details.metadata();
    }

    /** The further names that find it. */
    List<String> identifiers() {
        List<String> identifiers = config.idpIdentifiers();
        return identifiers == null ? List.of() : identifiers;
    }

    /** The provider as the API shows it. */
    IdentityProviderType shown() {
        return config.toBuilder().providerDetails(details.shown()).build();
    }

    @Override
    public String toString() {
        return "Provider[" + pool + ", " + name() + "]";
    }
}
