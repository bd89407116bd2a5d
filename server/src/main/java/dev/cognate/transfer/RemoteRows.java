package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.FactorSettings;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.model.DomainDescriptionType;
import dev.cognate.wire.model.GetUserPoolClientSessionConfigurationResponse;
import dev.cognate.wire.model.GetUserPoolMfaConfigResponse;
import dev.cognate.wire.model.GetUserPoolSessionConfigurationResponse;
import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.ReplicaStatusType;
import dev.cognate.wire.model.RiskConfigurationType;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationRequest;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolReplicaType;
import dev.cognate.wire.model.UserPoolType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The configuration of a pool elsewhere as rows: what the API shows is what the tables hold, but for secrets and dates. */
final class RemoteRows {
    private final RemotePool remote;
    private final KeyRing keys;
    private final Randomness randomness;
    private final List<PoolRow> rows = new ArrayList<>();

    /** The ids of the groups made here, by name. */
    private final Map<String, String> groups = new HashMap<>();

    RemoteRows(RemotePool remote, KeyRing keys, Randomness randomness) {
        this.remote = remote;
        this.keys = keys;
        this.randomness = randomness;
    }

    /** Puts the configuration in; the pool as it is then. */
    Pool put(Tx tx, PoolId id, Landing landing, boolean replace) {
        UserPoolType config = remote.config().toBuilder()
                .estimatedNumberOfUsers(null)
                .smsConfigurationFailure(null)
                .emailConfigurationFailure(null)
                .build();
        FactorSettings factors = factors(remote.factors());
        add(
                Kept.POOLS,
                id.region(),
                JsonOutput.text(config),
                factors.equals(FactorSettings.NONE) ? null : JsonOutput.text(factors),
                config.creationDate(),
                config.lastModifiedDate());
        remote.clients().forEach(this::client);
        remote.resourceServers().forEach(each -> add(Kept.RESOURCE_SERVERS, each.identifier(), JsonOutput.text(each)));
        remote.domains().forEach(each -> domain(id, each));
        remote.providers().forEach(this::provider);
        remote.logs()
                .forEach(each -> add(Kept.LOG_DELIVERIES, each.eventSource().wire(), JsonOutput.text(each)));
        Instant made = Objects.requireNonNull(config.creationDate());
        remote.replicas().forEach(each -> replica(each, made));
        remote.looks(rows::add, _ -> {});
        risk(null);
        remote.clients().forEach(client -> risk(client.clientId()));
        sessions(id);
        remote.groups().forEach(this::group);
        landing.put(rows.iterator(), replace);
        return new Pool(id, config, factors);
    }

    /** The id of a group. */
    String groupId(String name) {
        return Objects.requireNonNull(groups.get(name));
    }

    private void add(Kept kept, @Nullable Object... values) {
        rows.add(new PoolRow(kept, values));
    }

    private static FactorSettings factors(GetUserPoolMfaConfigResponse shown) {
        boolean wasNeverSet = shown.mfaConfiguration() == UserPoolMfaType.OFF && shown.smsMfaConfiguration() == null;
        return new FactorSettings(
                wasNeverSet || shown.smsMfaConfiguration() != null,
                shown.softwareTokenMfaConfiguration(),
                shown.emailMfaConfiguration(),
                shown.webAuthnConfiguration());
    }

    private void client(UserPoolClientType client) {
        String id = client.clientId();
        Instant created = client.creationDate();
        add(
                Kept.CLIENTS,
                id,
                JsonOutput.text(client.toBuilder().clientSecret(null).build()),
                created,
                client.lastModifiedDate());
        String secret = client.clientSecret();
        if (secret != null) {
            byte[] sealed = keys.seal(secret.getBytes(StandardCharsets.UTF_8), "client-secret");
            add(Kept.CLIENT_SECRETS, id, randomness.uuid(), sealed, created);
        }
    }

    private void domain(PoolId pool, DomainDescriptionType domain) {
        String name = Objects.requireNonNull(domain.domain());
        // A custom domain is taken everywhere, which is an empty region.
        add(Kept.DOMAINS, name.indexOf('.') < 0 ? pool.region() : "", name, JsonOutput.text(domain));
    }

    private void provider(IdentityProviderType provider) {
        Map<String, String> details = Objects.requireNonNullElse(provider.providerDetails(), Map.of());
        Shape secrets = IdentityProviderType.builder().providerDetails(details).build();
        add(
                Kept.IDENTITY_PROVIDERS,
                provider.providerName(),
                JsonOutput.text(provider.toBuilder().providerDetails(null).build()),
                keys.seal(JsonOutput.encode(secrets), "identity-provider"),
                details.get("MetadataFile"),
                null);
        Objects.requireNonNullElse(provider.idpIdentifiers(), List.<String>of())
                .forEach(each -> add(Kept.IDENTITY_PROVIDER_IDENTIFIERS, each, provider.providerName()));
    }

    private void replica(UserPoolReplicaType replica, Instant made) {
        ReplicaStatusType status = Objects.requireNonNull(replica.status());
        add(Kept.POOL_REPLICAS, replica.regionName(), status.wire(), made);
    }

    /** A pool, or a client, about whose risks nothing was set has no row. */
    private void risk(@Nullable String client) {
        RiskConfigurationType risk = remote.risk(client);
        if (risk != null && risk.lastModifiedDate() != null && Objects.equals(risk.clientId(), client)) {
            add(Kept.RISK_SETTINGS, client == null ? "" : client, JsonOutput.text(risk));
        }
    }

    private void sessions(PoolId pool) {
        GetUserPoolSessionConfigurationResponse set = remote.sessions();
        if (set == null || set.userSessionTracking() == null || set.tokenSession() == null) {
            return;
        }
        Shape config =
                new SetUserPoolSessionConfigurationRequest(pool.value(), set.userSessionTracking(), set.tokenSession());
        add(Kept.SESSION_SETTINGS, "", JsonOutput.text(config));
        for (UserPoolClientType client : remote.clients()) {
            String id = Objects.requireNonNull(client.clientId());
            GetUserPoolClientSessionConfigurationResponse own = remote.sessions(id);
            if (own != null && own.ssoSession() != null) {
                add(Kept.SESSION_SETTINGS, id, JsonOutput.text(own.ssoSession()));
            }
        }
    }

    private void group(GroupType group) {
        String id = randomness.uuid();
        Integer precedence = group.precedence();
        groups.put(String.valueOf(group.groupName()), id);
        add(
                Kept.USER_GROUPS,
                group.groupName(),
                id,
                group.description(),
                group.roleArn(),
                precedence == null ? null : Long.valueOf(precedence),
                group.creationDate(),
                group.lastModifiedDate());
    }
}
