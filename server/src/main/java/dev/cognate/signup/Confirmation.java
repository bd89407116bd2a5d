package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.codes.CodeCheck;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Aliases;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.StatusChange.Verdict;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.verification.CodeFaults;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.AliasExistsException;
import dev.cognate.wire.fault.UserNotFoundException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The step from UNCONFIRMED to CONFIRMED, the same for a code that is typed and one that comes by a link. All of it is
 * one transaction, so that of many who present one code exactly one confirms. Reference: lifecycle E2.
 */
final class Confirmation {
    private final Store store;
    private final Users users;
    private final Codes codes;
    private final InstantSource clock;

    Confirmation(Store store, Users users, Codes codes, InstantSource clock) {
        this.store = store;
        this.users = users;
        this.codes = codes;
        this.clock = clock;
    }

    /** What a try comes to. A refusal is returned, not thrown, by the transaction: the try it counted must stay. */
    private sealed interface Outcome {
        record Confirmed(User user) implements Outcome {}

        record Refused(Fault fault) implements Outcome {}
    }

    /**
     * Confirms a user by code.
     *
     * @param client whose pool it is; one that conceals users is told of a user in another state what it is told of a
     *     name without a user
     * @param force whether an alias that another user holds moves here
     * @return the user as confirmed
     */
    User confirm(Client client, User user, String code, boolean force) {
        Outcome outcome = store.write(tx -> attempt(tx, client, user, code, force));
        return switch (outcome) {
            case Outcome.Confirmed(User confirmed) -> confirmed;
            case Outcome.Refused(Fault fault) -> throw fault;
        };
    }

    private Outcome attempt(Tx tx, Client client, User seen, String code, boolean force) {
        CodeKey key = codes.of(seen.pool(), seen.sub(), CodeKind.SIGN_UP);
        if (!codes.countTry(tx, key)) {
            return refused(CodeFaults.tooMany());
        }
        CodeCheck check = codes.check(tx, key, code);
        Fault wrong = CodeFaults.of(check);
        if (client.concealsUsers() && wrong != null) {
            return refused(wrong); // As of nobody, and before time is spent on the user.
        }
        User user = users.reload(tx, seen);
        if (user == null) {
            return refused(new UserNotFoundException(Texts.NO_SUCH_USER));
        }
        if (new StatusChange.SignUpConfirmed().from(user.status()) instanceof Verdict.Refused(Fault fault)) {
            return refused(client.concealsUsers() ? CodeFaults.wrong() : fault);
        }
        return switch (check) {
            case CodeCheck.Right(String attribute) -> redeem(tx, client.pool(), user, attribute, force);
            case CodeCheck.Wrong _ -> refused(CodeFaults.wrong());
            case CodeCheck.Expired _ -> refused(CodeFaults.expired());
        };
    }

    private Outcome redeem(Tx tx, Pool pool, User user, String attribute, boolean force) {
        Instant now = clock.instant();
        User confirmed =
                user.after(new StatusChange.SignUpConfirmed(), now).withAttribute(attribute + "_verified", "true", now);
        String address = user.attribute(attribute);
        NameKind kind = Aliases.kind(attribute);
        if (address != null && kind.isAlias(pool)) {
            if (force) {
                users.take(tx, pool, kind, address, confirmed);
            } else if (!users.claim(tx, pool, kind, address, user.sub())) {
                return refused(new AliasExistsException(Texts.aliasTaken(attribute)));
            }
        }
        users.save(tx, user, confirmed);
        codes.consume(tx, codes.of(user.pool(), user.sub(), CodeKind.SIGN_UP));
        return new Outcome.Confirmed(confirmed);
    }

    private static Outcome refused(Fault fault) {
        return new Outcome.Refused(fault);
    }
}
