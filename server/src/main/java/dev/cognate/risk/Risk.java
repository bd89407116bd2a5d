package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.RiskConfigurationType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to the configuration of threat protection; {@link UserEvents} is the door for what happens. */
public final class Risk {
    private final Collaborators with;

    /** What this room works with. */
    public record Collaborators(
            Store store, Pools pools, Clients clients, Users users, UserEvents events, InstantSource clock) {}

    /** Makes the room from what it works with. */
    public Risk(Collaborators with) {
        this.with = with;
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        Feedback feedback = new Feedback(with.store, with.clock);
        return List.of(
                Operations.SET_RISK_CONFIGURATION.by(new SetRiskConfiguration(with)),
                Operations.DESCRIBE_RISK_CONFIGURATION.by(new DescribeRiskConfiguration(with)),
                Operations.ADMIN_LIST_USER_AUTH_EVENTS.by(new AdminListUserAuthEvents(with)),
                Operations.ADMIN_UPDATE_AUTH_EVENT_FEEDBACK.by(new AdminUpdateAuthEventFeedback(with, feedback)),
                Operations.UPDATE_AUTH_EVENT_FEEDBACK.by(new UpdateAuthEventFeedback(with, feedback)));
    }

    /**
     * What threat protection is to do with requests through a client: the client's own configuration in place of the
     * pool's.
     *
     * @return null where neither was set
     */
    public @Nullable RiskConfigurationType configuration(Tx tx, Client client) {
        return RiskSettings.of(tx, client);
    }
}
