package dev.cognate.app;

import dev.cognate.groups.Groups;
import dev.cognate.risk.Risk;
import dev.cognate.sessions.Sessions;
import dev.cognate.tokens.Issuers;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rooms of what a sign-in leaves: tokens, the sessions that they are tracked in, and what threat protection knows. */
final class TokenRooms {
    final Tokens tokens;
    final Sessions sessions;
    final Risk risk;

    /** Tokens tell the sessions, which are made of them. */
    TokenRooms(Foundation base, Supplier<String> publicUrl) {
        this.tokens = newTokens(base, publicUrl);
        this.sessions = newSessions(base);
        this.risk = new Risk(new Risk.Collaborators(
                base.ground.store(), base.pools, base.clients, base.users, base.events, base.ground.clock()));
    }

    private Tokens newTokens(Foundation base, Supplier<String> publicUrl) {
        Cognate.Ground ground = base.ground;
        return new Tokens(new Tokens.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                base.triggers,
                Groups::claims,
                ground.keys(),
                ground.rsaKeys(),
                base.randomness,
                ground.clock(),
                new Issuers(publicUrl, base.rules.issuers()),
                new SessionTracking(this::sessions)));
    }

    private Sessions newSessions(Foundation base) {
        Cognate.Ground ground = base.ground;
        return new Sessions(new Sessions.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                tokens,
                ground.keys(),
                base.randomness,
                ground.clock()));
    }

    private Sessions sessions() {
        return sessions;
    }

    List<Handler<?, ?>> operations() {
        List<Handler<?, ?>> handlers = new ArrayList<>(tokens.operations());
        handlers.addAll(sessions.operations());
        handlers.addAll(risk.operations());
        return handlers;
    }
}
