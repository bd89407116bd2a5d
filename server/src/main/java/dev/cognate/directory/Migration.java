package dev.cognate.directory;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.pools.Pool;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.Triggers;
import dev.cognate.triggers.UserMigrationAnswer;
import dev.cognate.triggers.UserMigrationSource;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.UsernameExistsException;
import dev.cognate.wire.model.LambdaConfigType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Users who are fetched from elsewhere, by the pool's UserMigration function, when they first come. Reference: lifecycle I9. */
public final class Migration {
    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);

    private final Triggers triggers;
    private final Users users;
    private final NewUsers newUsers;
    private final Randomness randomness;

    /** Adds the fetched users to the others. */
    public Migration(Triggers triggers, Users users, NewUsers newUsers, Randomness randomness) {
        this.triggers = triggers;
        this.users = users;
        this.newUsers = newUsers;
        this.randomness = randomness;
    }

    /** Whether a pool has a function to ask. */
    public boolean isFor(Pool pool) {
        LambdaConfigType lambdas = pool.config().lambdaConfig();
        return lambdas != null && lambdas.userMigration() != null;
    }

    /**
     * Asks for a user who forgot the password, and adds the user without one. May wait for the function for many seconds:
     * never called inside a transaction, and only for a request that is counted.
     *
     * @param username the name as it was typed, of a user whom the pool does not have
     * @param clientMetadata the request's own, null when it has none
     * @return the new user; absent when the function failed, or does not know the user, or says what does not fit the pool
     */
    public Lookup forgotPassword(
            Client client, String username, Call call, @Nullable Map<String, String> clientMetadata) {
        Pool pool = client.pool();
        Origin origin = new Origin(pool.id(), username, client.id(), call.userAgent());
        try {
            UserMigrationAnswer answer = triggers.userMigration(
                    pool.config().lambdaConfig(),
                    origin,
                    UserMigrationSource.FORGOT_PASSWORD,
                    null,
                    null,
                    clientMetadata);
            return answer.userAttributes().isEmpty() ? new Lookup.Absent() : add(pool, username, answer);
        } catch (UsernameExistsException alreadyThere) {
            // Two requests at once: the other one was quicker. Or the function gave the name of somebody else.
            return users.find(pool, username);
        } catch (Fault failure) {
            LOG.warn("A user of {} could not be migrated: {}", pool.id(), failure.type());
            return new Lookup.Absent();
        }
    }

    private Lookup add(Pool pool, String typed, UserMigrationAnswer answer) {
        Map<String, String> attributes = new LinkedHashMap<>(answer.userAttributes());
        attributes.values().removeIf(String::isEmpty);
        String named = attributes.remove("username");
        String username = named == null || !pool.usernameAttributes().isEmpty() ? typed : named;
        Newcomer newcomer = Newcomer.of(pool, randomness, username, attributes);
        StatusChange.Migrated arrival = arrival(answer.finalUserStatus());
        if (arrival == null) {
            LOG.warn("The UserMigration function of {} gave an unknown finalUserStatus", pool.id());
            return new Lookup.Absent();
        }
        return new Lookup.Found(newUsers.add(
                pool,
                newcomer.candidate(),
                newcomer.terms(arrival, answer.forceAliasCreation(), null),
                (tx, added) -> {}));
    }

    /** Null for a status that no user can come with. */
    private static StatusChange.@Nullable Migrated arrival(@Nullable String finalUserStatus) {
        return switch (finalUserStatus) {
            case null -> new StatusChange.Migrated(false);
            case "RESET_REQUIRED" -> new StatusChange.Migrated(false);
            case "CONFIRMED" -> new StatusChange.Migrated(true);
            default -> null;
        };
    }
}
