package dev.cognate.app;

import dev.cognate.branding.Branding;
import dev.cognate.clients.Clients;
import dev.cognate.domains.Domains;
import dev.cognate.federation.IdentityProviders;
import dev.cognate.pools.SchemaUse;
import dev.cognate.resourceservers.ResourceServers;
import dev.cognate.sessions.Sessions;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rooms of what is set up for a pool: itself, clients, resource servers, domains, identity providers, branding. */
final class PoolRooms {
    final Domains domains;
    final IdentityProviders identityProviders;
    final Branding branding;

    private final Foundation base;

    /** Each of these works with the foundation alone. */
    PoolRooms(Foundation base, Cognate.Reach reach, Supplier<String> publicUrl) {
        Cognate.Ground ground = base.ground;
        this.base = base;
        this.domains = new Domains(ground.store(), base.pools, base.randomness, ground.clock());
        this.identityProviders = new IdentityProviders(new IdentityProviders.Collaborators(
                ground.store(), ground.keys(), ground.clock(), base.pools, base.pageTokens, reach.documents()));
        this.branding = new Branding(new Branding.Collaborators(
                ground.store(), ground.clock(), base.randomness, base.pools, base.clients, base.pageTokens, publicUrl));
    }

    /**
     * The operations of these rooms.
     *
     * @param use tells which pools must keep their schema for now
     */
    List<Handler<?, ?>> operations(SchemaUse use) {
        List<Handler<?, ?>> handlers = new ArrayList<>(
                base.pools.operations(base.pageTokens, use, Clients::above, Domains::above, Sessions::above));
        handlers.addAll(base.clients.operations(Branding::forget));
        handlers.addAll(new ResourceServers(base.ground.store(), base.pools, base.pageTokens).operations());
        handlers.addAll(domains.operations());
        handlers.addAll(identityProviders.operations());
        handlers.addAll(branding.operations());
        return handlers;
    }
}
