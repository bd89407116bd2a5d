package dev.cognate.users;

import dev.cognate.clients.Client;
import dev.cognate.codes.Codes;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Occasion;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.verification.CodeSender;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.AliasExistsException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.TooManyRequestsException;
import dev.cognate.wire.fault.UserNotFoundException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Carries changes of attributes out, the user's own and an administrator's: attributes, names, waiting addresses, codes
 * and messages in one transaction. Reference: lifecycle B3, C4, E8, F6.
 */
final class AttributeUpdate {
    private final Store store;
    private final Users users;
    private final Codes codes;
    private final CodeSender sender;
    private final InstantSource clock;

    AttributeUpdate(UserOperations.Collaborators with) {
        this.store = with.store();
        this.users = with.users();
        this.codes = with.codes();
        this.sender = with.sender();
        this.clock = with.clock();
    }

    /**
     * Who asks for a change.
     *
     * @param client the client of the user who asks, null for an administrator
     * @param clientMetadata for functions, null for none
     */
    record Writer(
            @Nullable Client client, Call call, @Nullable Map<String, String> clientMetadata) {

        boolean isAdmin() {
            return client == null;
        }
    }

    /**
     * Changes a user.
     *
     * @return where codes went
     * @throws AliasExistsException another user holds one of the new addresses; nothing is changed
     */
    List<Destination> apply(Pool pool, User seen, AttributeChange change, Writer writer) {
        // Functions are asked on the way, outside of the transaction: meanwhile the user may have become another, and
        // what was decided about the former does not hold.
        for (User user = seen; ; ) {
            AttributePlan plan = AttributePlan.of(pool, user, change, writer.isAdmin(), clock.instant());
            List<Destination> destinations = plan.codes(pool);
            List<CodeSender.Ready> ready = destinations.stream()
                    .map(destination -> prepare(pool, plan, destination, writer))
                    .toList();
            User present = commit(pool, plan, ready, writer);
            if (plan.fits(present)) {
                ready.forEach(sender::committed);
                return destinations;
            }
            user = present;
        }
    }

    private CodeSender.Ready prepare(Pool pool, AttributePlan plan, Destination destination, Writer writer) {
        Address address = Objects.requireNonNull(Address.of(destination.attribute()));
        CodeSender.Asked asked = new CodeSender.Asked(
                Occasion.UPDATE_USER_ATTRIBUTE,
                address.code(),
                pool,
                writer.client() == null ? null : writer.client().id(),
                writer.call(),
                writer.clientMetadata(),
                CodeSender.Extra.NONE);
        return sender.prepare(asked, plan.after(), destination);
    }

    /** Carries the plan out if it still fits; answers the user as it was found. */
    private User commit(Pool pool, AttributePlan plan, List<CodeSender.Ready> ready, Writer writer) {
        try {
            return store.write(tx -> {
                User present = users.reload(tx, plan.before());
                if (present == null) {
                    throw new UserNotFoundException(Texts.NO_USER);
                }
                if (!present.enabled() && !writer.isAdmin()) {
                    throw new NotAuthorizedException(Texts.DISABLED);
                }
                if (plan.fits(present)) {
                    write(tx, pool, plan.on(present), ready, writer);
                }
                return present;
            });
        } catch (LimitExceededException dailyEmails) {
            // The operations that come here do not model that fault; this one they do, and clients try it again.
            throw new TooManyRequestsException(Objects.requireNonNullElse(dailyEmails.getMessage(), Texts.BUSY));
        }
    }

    private void write(Tx tx, Pool pool, AttributePlan plan, List<CodeSender.Ready> ready, Writer writer) {
        plan.newAddresses().forEach((address, value) -> requireFree(tx, pool, plan.before(), address, value, writer));
        if (writer.isAdmin()) {
            takeAliases(tx, pool, plan.after());
        }
        NameKind taken = users.rename(tx, pool, plan.before(), plan.after());
        if (taken != null) {
            throw new AliasExistsException(Texts.taken(taken));
        }
        users.save(tx, plan.before(), plan.after());
        settle(tx, plan);
        ready.forEach(each -> sender.store(tx, each));
    }

    /** An address that is no name yet is refused too if another user goes by it; an administrator's word moves aliases. */
    private void requireFree(Tx tx, Pool pool, User user, Address address, String value, Writer writer) {
        NameKind kind = address.nameKind();
        boolean mustBeFree = kind.isSignInName(pool) || (kind.isAlias(pool) && !writer.isAdmin());
        if (mustBeFree && !users.isFree(tx, pool, kind, value, user.sub())) {
            throw new AliasExistsException(Texts.taken(kind));
        }
    }

    private void takeAliases(Tx tx, Pool pool, User after) {
        for (Map.Entry<NameKind, String> name : after.names(pool).entrySet()) {
            NameKind kind = name.getKey();
            if (kind.isAlias(pool) && kind != NameKind.PREFERRED_USERNAME) {
                users.take(tx, pool, kind, name.getValue(), after);
            }
        }
    }

    private void settle(Tx tx, AttributePlan plan) {
        PoolId pool = plan.before().pool();
        for (Address address : plan.settled()) {
            String old = plan.before().attribute(address.attribute());
            boolean waited = PendingTable.delete(tx, pool, plan.before().sub(), address);
            // A code proves the address that it was sent to, and no other.
            if (waited || !Objects.equals(old, plan.after().attribute(address.attribute()))) {
                codes.revoke(tx, pool, plan.before().sub(), address.attribute());
            }
        }
        plan.waiting()
                .forEach((address, value) -> PendingTable.put(
                        tx,
                        pool,
                        plan.before().sub(),
                        address,
                        value,
                        plan.after().modified()));
    }
}
