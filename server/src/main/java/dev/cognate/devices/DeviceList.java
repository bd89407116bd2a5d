package dev.cognate.devices;

import dev.cognate.directory.User;
import dev.cognate.pools.PageTokens;
import dev.cognate.store.Store;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of a user's devices, by key, of at most 60. Reference: auth 20.3, oauth-config B17. */
final class DeviceList {
    private static final int LARGEST_PAGE = 60;

    private final Store store;
    private final PageTokens tokens;
    private final String operation;

    DeviceList(Store store, PageTokens tokens, String operation) {
        this.store = store;
        this.tokens = tokens;
        this.operation = operation;
    }

    /** One page, with the token of the next one; null on the last. */
    record Page(List<Device> devices, @Nullable String next) {}

    /**
     * The page that a token stands for, the first one without a token.
     *
     * @param limit how many devices, null or 0 for as many as there can be
     */
    Page page(User user, @Nullable Integer limit, @Nullable String token) {
        String fingerprint = user.pool() + "/" + user.sub();
        String after = token == null ? "" : tokens.position(operation, fingerprint, token);
        int size = limit == null || limit == 0 ? LARGEST_PAGE : limit;
        List<Device> found = store.read(tx -> DevicesTable.page(tx, user.pool(), user.sub(), after, size + 1));
        if (found.size() <= size) {
            return new Page(found, null);
        }
        List<Device> shown = found.subList(0, size);
        return new Page(
                shown, tokens.issue(operation, fingerprint, shown.getLast().key()));
    }
}
