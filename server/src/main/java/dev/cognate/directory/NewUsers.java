package dev.cognate.directory;

import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UsernameExistsException;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds users with their names. Reference: lifecycle B3, E1 steps 5 and 7, F1. */
public final class NewUsers {
    private static final String VERIFIED = "_verified";

    private final Store store;
    private final Pools pools;
    private final Users users;
    private final InstantSource clock;

    /** Adds to one store. */
    public NewUsers(Store store, Pools pools, Users users, InstantSource clock) {
        this.store = store;
        this.pools = pools;
        this.users = users;
        this.clock = clock;
    }

    /**
     * As what a user is added.
     *
     * @param arrival how the user comes, which decides where the user begins
     * @param emailVerified whether the e-mail address counts as proved; there must be one then
     * @param phoneVerified the same of the phone number
     * @param takesAliases whether an alias that counts as proved moves here from another user, who keeps the address
     *     unverified; otherwise such an alias is a name that is taken
     * @param password null for a user without one
     */
    public record Terms(
            StatusChange.Arrival arrival,
            boolean emailVerified,
            boolean phoneVerified,
            boolean takesAliases,
            @Nullable KeptPassword password) {}

    /** Further work of the caller in the transaction that adds the user. */
    @FunctionalInterface
    public interface Extra {
        void in(Tx tx, User user);
    }

    /**
     * Refuses a name that is taken before a function is asked; adding the user decides for good.
     *
     * @throws UsernameExistsException a name is taken
     */
    public void refuseTaken(Pool pool, Candidate candidate, Terms terms) {
        names(pool, user(pool, candidate, terms), terms).forEach((kind, name) -> {
            if (store.read(tx -> users.holder(tx, pool, kind, name)) != null) {
                throw taken(kind, terms);
            }
        });
    }

    /**
     * Adds the user.
     *
     * @throws UsernameExistsException a name is taken; nothing is stored
     */
    public User add(Pool pool, Candidate candidate, Terms terms, Extra extra) {
        User user = user(pool, candidate, terms);
        store.write(tx -> {
            // A function may have been asked meanwhile, and the pool deleted: nothing is added to what is gone.
            pools.require(tx, pool.id());
            users.add(tx, user);
            claimNames(tx, pool, user, terms);
            extra.in(tx, user);
            return true;
        });
        return user;
    }

    private void claimNames(Tx tx, Pool pool, User user, Terms terms) {
        // A name that is another user's id would find its bearer first wherever that id is looked up.
        if (!user.username().equals(user.sub().value()) && users.isSub(tx, pool, user.username())) {
            throw taken(NameKind.USERNAME, terms);
        }
        names(pool, user, terms).forEach((kind, name) -> {
            if (!users.claim(tx, pool, kind, name, user.sub())) {
                throw taken(kind, terms);
            }
        });
        user.names(pool).forEach((kind, name) -> {
            if (moves(pool, kind, terms)) {
                users.take(tx, pool, kind, name, user);
            }
        });
    }

    /** What finds the user from the start and nobody else may hold: the username, and the names that do not move here. */
    private static Map<NameKind, String> names(Pool pool, User user, Terms terms) {
        Map<NameKind, String> names = new EnumMap<>(user.names(pool));
        names.keySet().removeIf(kind -> moves(pool, kind, terms));
        names.put(NameKind.USERNAME, user.username());
        return names;
    }

    /** Whether a name comes here from whoever holds it: an address that is an alias, if the terms say so. */
    private static boolean moves(Pool pool, NameKind kind, Terms terms) {
        return switch (kind) {
            case EMAIL, PHONE_NUMBER -> terms.takesAliases && kind.isAlias(pool);
            case USERNAME, PREFERRED_USERNAME -> false;
        };
    }

    private User user(Pool pool, Candidate candidate, Terms terms) {
        Instant now = clock.instant();
        return new User(
                pool.id(),
                candidate.sub(),
                candidate.username(),
                terms.arrival().first(),
                true,
                attributes(pool, candidate, terms),
                terms.password(),
                now,
                now);
    }

    private static Map<String, String> attributes(Pool pool, Candidate candidate, Terms terms) {
        Map<String, String> attributes = new LinkedHashMap<>();
        flag(attributes, pool, candidate, VerifiedAttributeType.EMAIL, terms.emailVerified());
        flag(attributes, pool, candidate, VerifiedAttributeType.PHONE_NUMBER, terms.phoneVerified());
        attributes.putAll(candidate.attributes());
        return attributes;
    }

    private static void flag(
            Map<String, String> attributes,
            Pool pool,
            Candidate candidate,
            VerifiedAttributeType attribute,
            boolean verified) {
        boolean present = candidate.attributes().containsKey(attribute.wire());
        if (verified && !present) {
            throw new InvalidLambdaResponseException(Texts.NOTHING_TO_VERIFY);
        }
        if (present && (verified || pool.autoVerified().contains(attribute))) {
            attributes.put(attribute.wire() + VERIFIED, String.valueOf(verified));
        }
    }

    private static UsernameExistsException taken(NameKind kind, Terms terms) {
        return kind == NameKind.USERNAME
                ? terms.arrival().taken()
                : new UsernameExistsException(Texts.addressTaken(kind.attribute()));
    }
}
