package dev.cognate.signin;

import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.pools.Pool;
import dev.cognate.risk.Protection;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.AliasExistsException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.EventFilterType;
import dev.cognate.wire.model.SchemaAttributeType;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * NEW_PASSWORD_REQUIRED: the user replaces a temporary password, and says what it must say of itself. The password is
 * replaced, and the session used up, whatever a function answers afterwards. Reference: auth 6.2.
 */
final class NewPasswordRequired implements Challenge {
    private final Store store;
    private final Users users;
    private final NewPasswords newPasswords;
    private final Protection protection;
    private final InstantSource clock;
    private final Sessions sessions;
    private final Standing standing;
    private final Continuation continuation;

    NewPasswordRequired(Ground ground, Continuation continuation) {
        Signin.Collaborators with = ground.with();
        this.store = with.store();
        this.users = with.users();
        this.newPasswords = with.newPasswords();
        this.protection = with.protection();
        this.clock = with.clock();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of("NEW_PASSWORD");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.NEW_PASSWORD_REQUIRED);
        User user = user(claimant);
        standing.require(user);
        continuation.requireDevice(step, user);
        Map<String, String> attributes = step.parameters().under(NewPasswordChallenge.PREFIX);
        check(step, user, attributes);
        String password = step.parameters().require("NEW_PASSWORD");
        protection.requireGoodPassword(step.client(), EventFilterType.PASSWORD_CHANGE, password);
        NewPasswords.Ready ready = newPasswords.accept(step.pool(), user, password);
        User changed = store.write(tx -> replace(tx, step.pool(), session, new Change(user, attributes, ready)));
        return continuation.after(
                step,
                new Proven(changed, Proven.Proof.NEW_PASSWORD, session.carried().withReplacedPassword(changed)));
    }

    private static User user(Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) -> user;
            case Claimant.Unknown _ -> throw new NotAuthorizedException(Texts.INVALID_SESSION);
        };
    }

    private static void check(Step step, User user, Map<String, String> attributes) {
        for (String name : NewPasswordChallenge.missing(step.client(), user)) {
            if (!attributes.containsKey(name)) {
                throw new InvalidParameterException(Texts.attributeMissing(name));
            }
        }
        for (String name : attributes.keySet()) {
            if (user.attribute(name) != null && isSettled(step.pool(), name)) {
                throw new NotAuthorizedException(Texts.alreadyProvided(name));
            }
        }
        AttributeRules.checkWritable(step.client(), attributes.keySet());
        AttributeRules.checkUpdate(step.pool().schema(), user, attributes, Set.of());
    }

    /** What the administrator who made the user has said for the user: addresses, and what everybody must have. */
    private static boolean isSettled(Pool pool, String name) {
        SchemaAttributeType attribute = pool.schema().find(name);
        return name.equals("email")
                || name.equals("phone_number")
                || (attribute != null && Boolean.TRUE.equals(attribute.required()));
    }

    private record Change(User seen, Map<String, String> attributes, NewPasswords.Ready password) {
        @Override
        public String toString() {
            return "Change[" + seen + "]";
        }
    }

    private User replace(Tx tx, Pool pool, Session session, Change change) {
        sessions.use(tx, session);
        User user = users.reload(tx, change.seen);
        User given = user == null || !user.enabled()
                ? null
                : newPasswords.give(tx, pool, user, new StatusChange.TemporaryPasswordReplaced(), change.password);
        if (given == null) { // Another password came in between: this sign-in has proved nothing.
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        return change.attributes.isEmpty() ? given : describe(tx, pool, given, change.attributes);
    }

    private User describe(Tx tx, Pool pool, User user, Map<String, String> said) {
        Map<String, String> attributes = new LinkedHashMap<>(user.attributes());
        attributes.putAll(said);
        User described = user.withAttributes(attributes, clock.instant());
        NameKind taken = users.rename(tx, pool, user, described);
        if (taken != null) {
            throw new AliasExistsException(Texts.aliasTaken(taken.attribute()));
        }
        users.save(tx, user, described);
        return described;
    }
}
