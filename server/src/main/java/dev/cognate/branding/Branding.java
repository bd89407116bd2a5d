package dev.cognate.branding;

import dev.cognate.clients.Clients;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.TermsType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The door to what a pool's pages look like. Safe for use by many threads. */
public final class Branding {
    private final Collaborators with;

    /** Makes the room from what it works with. */
    public Branding(Collaborators with) {
        this.with = with;
    }

    /**
     * What this room works with.
     *
     * @param publicUrl what the URLs of images begin with
     */
    public record Collaborators(
            Store store,
            InstantSource clock,
            Randomness randomness,
            Pools pools,
            Clients clients,
            PageTokens tokens,
            Supplier<String> publicUrl) {

        /** The time, as dates have it. */
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.SET_UI_CUSTOMIZATION.by(new SetUICustomization(with)),
                Operations.GET_UI_CUSTOMIZATION.by(new GetUICustomization(this, with)),
                Operations.CREATE_MANAGED_LOGIN_BRANDING.by(new CreateManagedLoginBranding(with)),
                Operations.DESCRIBE_MANAGED_LOGIN_BRANDING.by(new DescribeManagedLoginBranding(with)),
                Operations.DESCRIBE_MANAGED_LOGIN_BRANDING_BY_CLIENT.by(new DescribeManagedLoginBrandingByClient(with)),
                Operations.UPDATE_MANAGED_LOGIN_BRANDING.by(new UpdateManagedLoginBranding(with)),
                Operations.DELETE_MANAGED_LOGIN_BRANDING.by(new DeleteManagedLoginBranding(with)),
                Operations.CREATE_TERMS.by(new CreateTerms(with)),
                Operations.DESCRIBE_TERMS.by(new DescribeTerms(with)),
                Operations.DESCRIBE_TERMS_BY_CLIENT.by(new DescribeTermsByClient(with)),
                Operations.UPDATE_TERMS.by(new UpdateTerms(with)),
                Operations.DELETE_TERMS.by(new DeleteTerms(with)),
                Operations.LIST_TERMS.by(new ListTerms(with)));
    }

    /** What the classic pages of a client look like: its own customization, else that of all, null for none. */
    public @Nullable UiCustomization uiCustomization(PoolId pool, String client) {
        return with.store.read(tx -> {
            UiCustomization own = UiCustomizationsTable.find(tx, pool, client);
            return own == null ? UiCustomizationsTable.find(tx, pool, UiCustomization.ALL) : own;
        });
    }

    /** What the managed login pages of a client look like, null when it has none. */
    public @Nullable ManagedLoginBrandingType managedLogin(PoolId pool, ClientId client) {
        return with.store.read(tx -> BrandingsTable.byClient(tx, pool, client.value()));
    }

    /** The terms of a client, at most the two kinds. */
    public List<TermsType> terms(PoolId pool, ClientId client) {
        return with.store.read(tx -> TermsTable.ofClient(tx, pool, client.value()));
    }

    /** Removes all that belongs to a client, in the transaction that deletes it. */
    public static void forget(Tx tx, PoolId pool, ClientId client) {
        UiCustomizationsTable.delete(tx, pool, client.value());
        BrandingsTable.deleteOf(tx, pool, client.value());
        TermsTable.deleteOf(tx, pool, client.value());
    }
}
