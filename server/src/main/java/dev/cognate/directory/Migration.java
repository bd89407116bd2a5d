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
import java.util.function.Function;
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
        return fetch(
                client,
                username,
                origin -> triggers.userMigration(
                        client.pool().config().lambdaConfig(),
                        origin,
                        UserMigrationSource.FORGOT_PASSWORD,
                        null,
                        null,
                        clientMetadata),
                _ -> null,
                call);
    }

    /**
     * What somebody typed who wants to sign in. The password is not printed.
     *
     * @param username the name, which the pool does not have
     * @param validationData the {@code ClientMetadata} of a beginning, null for none
     * @param clientMetadata the {@code ClientMetadata} of a continuation, null for none
     */
    public record Typed(
            String username,
            String password,
            @Nullable Map<String, String> validationData,
            @Nullable Map<String, String> clientMetadata) {

        @Override
        public String toString() {
            return "Typed[***]";
        }
    }

    /**
     * Asks for a user who signs in by password, and adds the user; with the password, which no policy refuses, if the
     * function says that the user is confirmed. The same rules as for {@link #forgotPassword}.
     *
     * @param keep makes of the password what is stored of it, for the user of this real username
     * @return the new user, or one of that name who has come meanwhile, by whatever password; absent as there
     */
    public Lookup signIn(Client client, Typed typed, Function<String, KeptPassword> keep, Call call) {
        return fetch(
                client,
                typed.username,
                origin -> triggers.userMigration(
                        client.pool().config().lambdaConfig(),
                        origin,
                        UserMigrationSource.AUTHENTICATION,
                        typed.password,
                        typed.validationData,
                        typed.clientMetadata),
                keep::apply,
                call);
    }

    /** Whether a function may be asked for what was typed: neither name nor password is one that no operation takes. */
    public boolean isFor(Pool pool, String username, String password) {
        return isFor(pool) && ModelForm.USERNAME.admits(username) && ModelForm.PASSWORD.admits(password);
    }

    /** What is stored of the password of a newcomer of this username, null for nothing. */
    @FunctionalInterface
    private interface Keeping {
        @Nullable KeptPassword of(String username);
    }

    private Lookup fetch(
            Client client, String username, Function<Origin, UserMigrationAnswer> ask, Keeping keeping, Call call) {
        Pool pool = client.pool();
        try {
            UserMigrationAnswer answer = ask.apply(new Origin(pool.id(), username, client.id(), call.userAgent()));
            return answer.userAttributes().isEmpty() ? new Lookup.Absent() : add(pool, username, answer, keeping);
        } catch (UsernameExistsException alreadyThere) {
            // Two requests at once: the other one was quicker. Or the function gave the name of somebody else.
            return users.find(pool, username);
        } catch (Fault failure) {
            LOG.warn("A user of {} could not be migrated: {}", pool.id(), failure.type());
            return new Lookup.Absent();
        }
    }

    private Lookup add(Pool pool, String typed, UserMigrationAnswer answer, Keeping keeping) {
        Map<String, String> attributes = new LinkedHashMap<>(answer.userAttributes());
        attributes.values().removeIf(String::isEmpty);
        String named = attributes.remove("username");
        String username = named == null || !pool.usernameAttributes().isEmpty() ? typed : named;
        ModelForm.USERNAME.require(username);
        Newcomer newcomer = Newcomer.of(pool, randomness, username, attributes);
        StatusChange.Migrated arrival = arrival(answer.finalUserStatus());
        if (arrival == null) {
            LOG.warn("The UserMigration function of {} gave an unknown finalUserStatus", pool.id());
            return new Lookup.Absent();
        }
        KeptPassword password =
                arrival.confirmed() ? keeping.of(newcomer.candidate().username()) : null;
        return new Lookup.Found(newUsers.add(
                pool,
                newcomer.candidate(),
                newcomer.terms(arrival, answer.forceAliasCreation(), password),
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
