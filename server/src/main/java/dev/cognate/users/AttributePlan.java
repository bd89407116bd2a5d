package dev.cognate.users;

import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.messaging.Destination;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a change makes of a user: decided from the user as it was read, carried out only while it still is like that.
 * Reference: lifecycle C4, E8, F6.
 *
 * @param before the user as read
 * @param after the user as it will be
 * @param waiting new addresses that take the place of the old ones once they are verified
 * @param settled addresses that the change decides on at once; nothing waits for them any more
 */
record AttributePlan(User before, User after, Map<Address, String> waiting, Set<Address> settled) {

    /**
     * The plan for a change.
     *
     * @param byAdmin whether an administrator asks for it, whose word verifies
     * @throws InvalidParameterException the attributes would not fit the schema or each other
     */
    static AttributePlan of(Pool pool, User user, AttributeChange change, boolean byAdmin, Instant now) {
        AttributeRules.checkUpdate(pool.schema(), user, change.values(), change.removed());
        Map<String, String> attributes = new LinkedHashMap<>(user.attributes());
        attributes.keySet().removeAll(change.removed());
        attributes.putAll(change.values());
        Map<Address, String> waiting = new EnumMap<>(Address.class);
        Set<Address> settled = EnumSet.noneOf(Address.class);
        for (Address address : Address.values()) {
            if (change.names().contains(address.attribute())) {
                boolean verified = byAdmin && "true".equals(change.values().get(address.flag()));
                String value = change.values().get(address.attribute());
                if (value != null && address.waits(pool) && !verified && isNew(user, address, value)) {
                    waiting.put(address, value);
                    restore(attributes, user, address.attribute());
                    restore(attributes, user, address.flag());
                } else {
                    settled.add(address);
                }
            }
        }
        settled.forEach(address -> settle(attributes, user, address, change));
        checkFlags(attributes, change, waiting.keySet());
        checkPreferredUsername(pool, user, change);
        return new AttributePlan(user, user.withAttributes(attributes, now), waiting, settled);
    }

    private static boolean isNew(User user, Address address, String value) {
        return !value.equals(user.attribute(address.attribute()));
    }

    private static void restore(Map<String, String> attributes, User user, String name) {
        String old = user.attribute(name);
        if (old == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, old);
        }
    }

    /** Another address is not verified unless the same request says so; an address that is gone is neither. */
    private static void settle(Map<String, String> attributes, User user, Address address, AttributeChange change) {
        String value = attributes.get(address.attribute());
        if (value == null) {
            attributes.remove(address.flag());
        } else if (isNew(user, address, value) && !change.values().containsKey(address.flag())) {
            attributes.put(address.flag(), "false");
        }
    }

    private static void checkFlags(Map<String, String> attributes, AttributeChange change, Set<Address> waiting) {
        for (Address address : Address.values()) {
            if (!waiting.contains(address)
                    && change.values().containsKey(address.flag())
                    && !attributes.containsKey(address.attribute())) {
                throw AttributeRules.nothingToVerify(address.nameKind());
            }
        }
    }

    private static void checkPreferredUsername(Pool pool, User user, AttributeChange change) {
        NameKind kind = NameKind.PREFERRED_USERNAME;
        if (user.status() == UserStatus.UNCONFIRMED
                && kind.isAlias(pool)
                && change.values().containsKey(kind.attribute())) {
            throw new InvalidParameterException(Texts.PREFERRED_USERNAME_TOO_EARLY);
        }
    }

    /** Where codes go: to addresses that wait, and to changed ones that the pool verifies by itself. */
    List<Destination> codes(Pool pool) {
        List<Destination> codes = new ArrayList<>();
        for (Address address : Address.values()) {
            String waits = waiting.get(address);
            String value = after.attribute(address.attribute());
            if (waits != null) {
                codes.add(address.destination(waits));
            } else if (value != null
                    && isNew(before, address, value)
                    && address.isAutoVerified(pool)
                    && !"true".equals(after.attribute(address.flag()))) {
                codes.add(address.destination(value));
            }
        }
        return codes;
    }

    /** The addresses that the user will have or hopes for, and has not had before. */
    Map<Address, String> newAddresses() {
        Map<Address, String> all = new EnumMap<>(Address.class);
        for (Address address : settled) {
            String value = after.attribute(address.attribute());
            if (value != null && isNew(before, address, value)) {
                all.put(address, value);
            }
        }
        all.putAll(waiting);
        return all;
    }

    /** Whether the plan still fits a user: what was decided on is the same. */
    boolean fits(User now) {
        return now.attributes().equals(before.attributes()) && now.status() == before.status();
    }

    /** The same plan for a user whom it fits; what it did not look at, such as the password, is as it is now. */
    AttributePlan on(User now) {
        return new AttributePlan(now, now.withAttributes(after.attributes(), after.modified()), waiting, settled);
    }

    /** Whose plan; attributes are personal. */
    @Override
    public String toString() {
        return "AttributePlan[" + before + "]";
    }
}
