package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.ServiceQuotaExceededException;
import dev.cognate.wire.model.LimitClass;
import dev.cognate.wire.model.LimitDefinitionType;
import dev.cognate.wire.model.LimitType;
import java.util.Map;

/**
 * The request rates of an account, for each region: by default those of {@link ApiCategory}, up to {@link
 * #MOST_OF_FREE} times as much where UpdateProvisionedLimit says so. They are kept whether or not they are enforced.
 * Reference: newer.
 */
final class ProvisionedLimits {
    /** The account's maximum, in multiples of the default. */
    static final int MOST_OF_FREE = 100;

    private static final String CATEGORY = "Category";

    private final Store store;
    private final String account;

    ProvisionedLimits(Store store, String account) {
        this.store = store;
        this.account = account;
    }

    /**
     * The category that a limit is about.
     *
     * @throws InvalidParameterException the definition has other attributes than a category
     * @throws ResourceNotFoundException there is no such category
     */
    static ApiCategory category(LimitDefinitionType definition) {
        String name = definition.attributes().get(CATEGORY);
        if (name == null || definition.attributes().size() > 1) {
            throw new InvalidParameterException(Texts.LIMIT_CATEGORY);
        }
        ApiCategory category = ApiCategory.of(name);
        if (category == null) {
            throw new ResourceNotFoundException(Texts.noCategory(name));
        }
        return category;
    }

    /** The rate of a category in a region, in requests per second. */
    int rate(String region, ApiCategory category) {
        Integer changed = store.read(tx -> LimitsTable.find(tx, account, region, category.text()));
        return changed == null ? category.free() : changed;
    }

    /** Changes the rate of a category in a region. */
    void change(String region, ApiCategory category, int rate) {
        if (rate < category.free()) {
            throw new InvalidParameterException(Texts.limitTooLow(category.free()));
        }
        int most = category.free() * MOST_OF_FREE;
        if (rate > most) {
            throw new ServiceQuotaExceededException(Texts.limitTooHigh(most));
        }
        store.write(tx -> {
            LimitsTable.put(tx, account, region, category.text(), rate);
            return rate;
        });
    }

    /** What is shown of a category's rate. */
    static LimitType shown(ApiCategory category, int rate) {
        return new LimitType(
                new LimitDefinitionType(LimitClass.API_CATEGORY, Map.of(CATEGORY, category.text())),
                rate,
                category.free());
    }
}
