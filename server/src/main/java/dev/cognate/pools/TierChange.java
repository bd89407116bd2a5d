package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.TierChangeNotAllowedException;
import dev.cognate.wire.model.EventSourceName;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a lower tier for a pool to which something belongs that the tier lacks, be it a client, a domain or a setting of
 * its own operation. A tier that stays, or gets higher, is not looked at. Reference: oauth-config B18, auth 22.
 */
final class TierChange {
    private final List<TierUse> uses;

    /** A change of which other rooms are asked, in this order. */
    TierChange(List<TierUse> uses) {
        this.uses = List.copyOf(uses);
    }

    /**
     * Looks at what belongs to the pool, in the transaction that is to change it.
     *
     * @throws TierChangeNotAllowedException something needs the higher tier; the text names all that does, once each
     */
    void check(Tx tx, Pool before, UserPoolTierType asked) {
        if (!isLower(asked, before.tier())) {
            return;
        }
        List<String> above = new ArrayList<>(ofThisRoom(tx, before.id(), asked));
        uses.forEach(use -> above.addAll(use.above(tx, before.id(), asked)));
        if (!above.isEmpty()) {
            throw new TierChangeNotAllowedException(Texts.aboveTier(asked.wire(), String.join(", ", above)));
        }
    }

    private static List<String> ofThisRoom(Tx tx, PoolId pool, UserPoolTierType asked) {
        List<String> above = new ArrayList<>();
        boolean streams = LogDeliveriesTable.all(tx, pool).stream()
                .anyMatch(each -> each.eventSource() == EventSourceName.USER_AUTH_EVENTS);
        if (streams && asked != UserPoolTierType.PLUS) {
            above.add(TierRules.LOG_STREAMING);
        }
        if (asked == UserPoolTierType.LITE && !ReplicasTable.all(tx, pool).isEmpty()) {
            above.add(TierRules.REPLICATION);
        }
        return above;
    }

    private static boolean isLower(UserPoolTierType asked, UserPoolTierType before) {
        return switch (asked) {
            case LITE -> before != UserPoolTierType.LITE;
            case ESSENTIALS -> before == UserPoolTierType.PLUS;
            case PLUS -> false;
        };
    }
}
