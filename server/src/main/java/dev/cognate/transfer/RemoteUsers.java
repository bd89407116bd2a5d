package dev.cognate.transfer;

import dev.cognate.directory.Arrivals;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.NewUser;
import dev.cognate.directory.User;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.UserStatusType;
import dev.cognate.wire.model.UserType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The users of a pool elsewhere, as users here: the same usernames and subs, without what the API never tells. */
final class RemoteUsers {
    private static final String SUB = "sub";

    private final Tx tx;
    private final Pool pool;
    private final Arrivals arrivals;

    RemoteUsers(Tx tx, Pool pool, Arrivals arrivals) {
        this.tx = tx;
        this.pool = pool;
        this.arrivals = arrivals;
    }

    /** Adds users; how many of them. One whose name another has came twice, since the list moved while it was read. */
    long add(List<UserType> page) {
        List<@Nullable NameKind> refusals =
                arrivals.add(tx, pool, page.stream().map(this::user).toList());
        return refusals.stream().filter(Objects::isNull).count();
    }

    /** Makes users members of a group. */
    void join(String groupId, List<UserType> page) {
        RowsTable.insert(
                tx,
                Kept.GROUP_MEMBERS,
                pool.id(),
                page.stream()
                        .<@Nullable Object[]>map(user -> new @Nullable Object[] {sub(user), groupId})
                        .toList());
    }

    private NewUser user(UserType shown) {
        Map<String, String> attributes = attributes(shown);
        attributes.remove(SUB);
        Instant created = Objects.requireNonNull(shown.userCreateDate());
        User user = new User(
                pool.id(),
                new Sub(sub(shown)),
                Objects.requireNonNull(shown.username()),
                status(shown.userStatus()),
                !Boolean.FALSE.equals(shown.enabled()),
                attributes,
                null,
                created,
                Objects.requireNonNullElse(shown.userLastModifiedDate(), created));
        Map<NameKind, String> names = new EnumMap<>(NameKind.class);
        names.put(NameKind.USERNAME, user.username());
        names.putAll(user.names(pool));
        return new NewUser(user, names);
    }

    /** Who could sign in needs a new password: the old one cannot be read. */
    private static UserStatus status(@Nullable UserStatusType shown) {
        return switch (shown) {
            case UNCONFIRMED -> UserStatus.UNCONFIRMED;
            case FORCE_CHANGE_PASSWORD -> UserStatus.FORCE_CHANGE_PASSWORD;
            case EXTERNAL_PROVIDER -> UserStatus.EXTERNAL_PROVIDER;
            case CONFIRMED, RESET_REQUIRED, ARCHIVED, COMPROMISED, UNKNOWN -> UserStatus.RESET_REQUIRED;
            case null -> UserStatus.RESET_REQUIRED;
        };
    }

    private static String sub(UserType shown) {
        return Objects.requireNonNull(attributes(shown).get(SUB));
    }

    private static Map<String, String> attributes(UserType shown) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (AttributeType each : Objects.requireNonNullElse(shown.attributes(), List.<AttributeType>of())) {
            attributes.put(each.name(), Objects.requireNonNullElse(each.value(), ""));
        }
        return attributes;
    }
}
