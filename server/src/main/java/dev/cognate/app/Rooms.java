package dev.cognate.app;

import dev.cognate.branding.Branding;
import dev.cognate.clients.Clients;
import dev.cognate.devices.Devices;
import dev.cognate.directory.Users;
import dev.cognate.domains.Domains;
import dev.cognate.federation.IdentityProviders;
import dev.cognate.groups.Groups;
import dev.cognate.imports.Imports;
import dev.cognate.mfa.Mfa;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pools;
import dev.cognate.risk.Risk;
import dev.cognate.risk.UserEvents;
import dev.cognate.sessions.Sessions;
import dev.cognate.signin.Signin;
import dev.cognate.signup.Signup;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The rooms of a server, by families: each family's class makes its rooms from their collaborators, so that what a room works
 * with is read in one place.
 */
public final class Rooms {
    private final Foundation base;
    private final PoolRooms pool;
    private final UserRooms user;
    private final TokenRooms token;
    private final FactorRooms factor;
    private final EntryRooms entry;
    private final List<Handler<?, ?>> operations;

    /** The order is that of who needs whom. */
    Rooms(Foundation base, Mail mail, Cognate.Reach reach, Supplier<String> publicUrl) {
        this.base = base;
        this.pool = new PoolRooms(base, reach, publicUrl);
        this.user = new UserRooms(base, publicUrl);
        this.token = new TokenRooms(base, publicUrl);
        this.factor = new FactorRooms(base, token.tokens);
        this.entry = new EntryRooms(base, mail, token, factor, user.imports);
        List<Handler<?, ?>> handlers = new ArrayList<>(pool.operations(user.imports::isUnderWay));
        handlers.addAll(user.operations(mail, token, factor, entry));
        handlers.addAll(token.operations());
        handlers.addAll(factor.operations(entry.signin.factorSetups()));
        handlers.addAll(entry.operations());
        this.operations = List.copyOf(handlers);
    }

    /** What clears away what is over, by the name of what it clears. */
    Map<String, IntSupplier> sweeps() {
        Map<String, IntSupplier> sweeps = new LinkedHashMap<>();
        sweeps.put("counts", () -> base.codes.sweep(base.ground.store()));
        sweeps.put("sign-ins", token.tokens::sweep);
        sweeps.put("sign-ins under way", entry.signin::sweep);
        sweeps.put("sessions", token.sessions::sweep);
        sweeps.put("events", () -> base.events.sweep(base.ground.store()));
        sweeps.put("deleted pools", base.pools::purgeOrphans);
        sweeps.put("groups", user.groups::sweep);
        sweeps.put("import jobs", user.imports::sweep);
        return sweeps;
    }

    /** The operations, to be called without a listener. */
    List<Handler<?, ?>> operations() {
        return operations;
    }

    /** The users, as they are stored. */
    Users users() {
        return base.users;
    }

    /** Signing up, to be called without a listener. */
    Signup signup() {
        return entry.signup;
    }

    /** The pools, for what is there before the first request. */
    public Pools pools() {
        return base.pools;
    }

    /** The clients, for what is there before the first request. */
    public Clients clients() {
        return base.clients;
    }

    /** The domains, as browsers find them. */
    public Domains domains() {
        return pool.domains;
    }

    /** The identity providers, as signing in finds them. */
    public IdentityProviders identityProviders() {
        return pool.identityProviders;
    }

    /** What pages look like, as they find it. */
    public Branding branding() {
        return pool.branding;
    }

    /** The groups, as other rooms see them. */
    public Groups groups() {
        return user.groups;
    }

    /** The import jobs; they rest until {@link Cognate#work}. */
    public Imports imports() {
        return user.imports;
    }

    /** What threat protection is to do. */
    public Risk risk() {
        return token.risk;
    }

    /** What happened to users. */
    public UserEvents events() {
        return base.events;
    }

    /** Sessions, to be begun without a sign-in. */
    public Sessions sessions() {
        return token.sessions;
    }

    /** Second factors, as other rooms see them. */
    public Mfa mfa() {
        return factor.mfa;
    }

    /** Devices, as other rooms see them. */
    public Devices devices() {
        return factor.devices;
    }

    /** Passkeys, as other rooms see them. */
    public Passkeys passkeys() {
        return factor.passkeys;
    }

    /** Signing in; cleared up now and then. */
    public Signin signin() {
        return entry.signin;
    }

    /** Tokens, to be issued without a sign-in. */
    public Tokens tokens() {
        return token.tokens;
    }
}
