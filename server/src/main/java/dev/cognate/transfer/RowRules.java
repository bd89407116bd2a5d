package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.FactorSettings;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Violations;
import dev.cognate.wire.model.ClientSSOSessionConfigType;
import dev.cognate.wire.model.DomainDescriptionType;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.LogConfigurationType;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import dev.cognate.wire.model.ResourceServerType;
import dev.cognate.wire.model.RiskConfigurationType;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationRequest;
import dev.cognate.wire.model.TermsType;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolType;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Refuses rows that the rooms could not read: they trust what is in the store, and a pool that was damaged on its way would
 * answer with failures later. Each refusal is an {@link IllegalArgumentException} that holds no value.
 */
final class RowRules {
    private final PoolId pool;

    /** The rules for the rows of a pool. */
    RowRules(PoolId pool) {
        this.pool = pool;
    }

    void check(Kept kept, @Nullable Object[] row) {
        switch (kept) {
            case POOLS -> checkPool(row);
            case CLIENTS -> checkClient(row);
            case RESOURCE_SERVERS -> document(kept, row, ResourceServerType::read);
            case DOMAINS -> document(kept, row, DomainDescriptionType::read);
            case IDENTITY_PROVIDERS -> document(kept, row, IdentityProviderType::read);
            case MANAGED_LOGIN_BRANDINGS -> document(kept, row, ManagedLoginBrandingType::read);
            case TERMS -> document(kept, row, TermsType::read);
            case LOG_DELIVERIES -> document(kept, row, LogConfigurationType::read);
            case SESSION_SETTINGS -> checkSession(row);
            case RISK_SETTINGS -> document(kept, row, RiskConfigurationType::read);
            case USER_GROUPS -> checkPrecedence((Long) value(kept, row, "precedence"));
            case USERS -> checkUser(row);
            case CLIENT_SECRETS,
                    SIGNING_KEYS,
                    RETIRED_KEYS,
                    IDENTITY_PROVIDER_IDENTIFIERS,
                    UI_CUSTOMIZATIONS,
                    POOL_REPLICAS,
                    USER_NAMES,
                    GROUP_MEMBERS,
                    FORMER_PASSWORDS,
                    TEMPORARY_PASSWORDS,
                    IMPORTED_HASHES,
                    PENDING_ATTRIBUTES,
                    IDENTITIES,
                    USER_SETTINGS,
                    SOFTWARE_TOKENS,
                    PASSKEYS,
                    DEVICES -> {}
        }
    }

    private void checkPool(@Nullable Object[] row) {
        UserPoolType config = document(Kept.POOLS, row, UserPoolType::read);
        require(pool.value().equals(config.id()), "its config has another Id than the pool of the file");
        require(
                config.name() != null
                        && config.schemaAttributes() != null
                        && config.creationDate() != null
                        && config.lastModifiedDate() != null,
                "its config lacks Name, SchemaAttributes, CreationDate or LastModifiedDate");
        String factors = (String) value(Kept.POOLS, row, "factors");
        if (factors != null) {
            JsonInput.decodeStored(factors, known(FactorSettings::read));
        }
    }

    private void checkClient(@Nullable Object[] row) {
        UserPoolClientType config = document(Kept.CLIENTS, row, UserPoolClientType::read);
        require(
                Objects.equals(row[0], config.clientId()) && pool.value().equals(config.userPoolId()),
                "its config has another ClientId or UserPoolId than the row");
        require(
                config.clientName() != null && config.creationDate() != null && config.lastModifiedDate() != null,
                "its config lacks ClientName, CreationDate or LastModifiedDate");
    }

    /** The row without a client is that of the pool. */
    private static void checkSession(@Nullable Object[] row) {
        if ("".equals(row[0])) {
            document(Kept.SESSION_SETTINGS, row, SetUserPoolSessionConfigurationRequest::read);
        } else {
            document(Kept.SESSION_SETTINGS, row, ClientSSOSessionConfigType::read);
        }
    }

    private static void checkPrecedence(@Nullable Long precedence) {
        require(
                precedence == null || (precedence >= 0 && precedence <= Integer.MAX_VALUE),
                "precedence is a whole number from 0 to " + Integer.MAX_VALUE);
    }

    private static void checkUser(@Nullable Object[] row) {
        Object status = value(Kept.USERS, row, "status");
        require(
                Arrays.stream(UserStatus.values()).anyMatch(each -> each.name().equals(status)),
                "status is one of " + Arrays.toString(UserStatus.values()));
        Landing.strings(String.valueOf(value(Kept.USERS, row, "attributes")));
    }

    private static <T> T document(Kept kept, @Nullable Object[] row, JsonInput.Reader<T> reader) {
        return JsonInput.decodeStored(String.valueOf(value(kept, row, "config")), known(reader));
    }

    /**
     * Only values of enumerations and members that must be there: what was allowed in its time may be longer than the model
     * allows now.
     */
    private static <T> JsonInput.Reader<T> known(JsonInput.Reader<T> reader) {
        return (in, at, violations) -> {
            T document = reader.read(in, at, violations);
            require(
                    !violations.has(Violations.Kind.MISSING) && !violations.has(Violations.Kind.UNKNOWN),
                    "its document lacks a member, or has a value that this version does not know");
            return document;
        };
    }

    private static @Nullable Object value(Kept kept, @Nullable Object[] row, String column) {
        return row[kept.columns().stream().map(Column::name).toList().indexOf(column)];
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
