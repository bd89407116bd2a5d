package dev.cognate.transfer;

import dev.cognate.aws.AwsCredentials;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Arrivals;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.GroupType;
import dev.cognate.wire.model.UserPoolClientType;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Copies of pools that are elsewhere, made through Describe*, List* and Get*: first every answer is fetched into a folder,
 * then all goes into the store in one transaction. Stopped at any point, the same call goes on with what was fetched.
 */
public final class PoolCopies {
    private final Store store;
    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Copies into this store. */
    public PoolCopies(Store store, KeyRing keys, Randomness randomness, InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * How a pool is copied.
     *
     * @param work where answers are kept meanwhile, in a folder of their own
     * @param users whether its users and their groups' members come along
     * @param replace whether it takes the place of a pool with its id
     */
    public record Manner(Path work, boolean users, boolean replace) {}

    /** Is told how far the work is. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * Some more is done.
         *
         * @param what of what, and what was done: {@code users fetched}
         * @param expected about how many there are, 0 where that is not known
         */
        void progress(String what, long done, long expected);

        /** Something was left out that somebody may miss. */
        default void note(String sentence) {}
    }

    /**
     * Copies a pool, with its id.
     *
     * @return how many users came along
     * @throws TransferRefused a call was refused or the other side cannot be reached; the pool exists and is not to be
     *     replaced; another pool has one of its clients or domains
     */
    public long copy(RemoteSource source, AwsCredentials credentials, Manner manner, Watcher watcher) {
        if (!manner.replace() && store.<Boolean>read(tx -> RowsTable.poolExists(tx, source.pool()))) {
            throw new TransferRefused(Texts.exists(source.pool()));
        }
        Path folder = manner.work().resolve("import-" + source.pool().value());
        try (RemoteApi api = new RemoteApi(source, credentials, clock)) {
            Answers answers = Answers.asking(folder, keys, api);
            fetch(new RemotePool(answers, source.pool()), manner, watcher);
            RemotePool fetched = new RemotePool(answers.only(), source.pool());
            long users = store.<Long>write(tx -> land(tx, source, fetched, manner, watcher));
            answers.forget();
            return users;
        }
    }

    /** Asks for everything that will be needed, so that nothing is asked for inside the transaction. */
    private static void fetch(RemotePool remote, Manner manner, Watcher watcher) {
        long expected = expected(remote);
        remote.factors();
        fetchClients(remote, watcher);
        remote.resourceServers();
        remote.domains();
        remote.providers();
        remote.logs();
        remote.risk(null);
        remote.replicas();
        remote.looks(_ -> {}, watcher::note);
        var groups = remote.groups();
        if (manner.users()) {
            AtomicLong done = new AtomicLong();
            remote.users(page -> watcher.progress("users fetched", done.addAndGet(page.size()), expected));
            groups.forEach(group -> remote.members(String.valueOf(group.groupName()), _ -> {}));
        }
    }

    private static void fetchClients(RemotePool remote, Watcher watcher) {
        List<UserPoolClientType> clients = remote.clients();
        boolean tracksSessions = remote.sessions() != null;
        long done = 0;
        for (UserPoolClientType client : clients) {
            String id = Objects.requireNonNull(client.clientId());
            remote.risk(id);
            if (tracksSessions) {
                remote.sessions(id);
            }
            if (client.clientSecret() != null && remote.secrets(id) > 1) {
                watcher.note(Texts.secondSecret(id));
            }
            watcher.progress("clients fetched", ++done, clients.size());
        }
    }

    private static long expected(RemotePool remote) {
        Integer estimate = remote.config().estimatedNumberOfUsers();
        return estimate == null ? 0 : estimate;
    }

    private long land(Tx tx, RemoteSource source, RemotePool remote, Manner manner, Watcher watcher) {
        RemoteRows rows = new RemoteRows(remote, keys, randomness);
        Pool pool = rows.put(tx, source.pool(), new Landing(tx, source.pool(), _ -> {}), manner.replace());
        AtomicLong added = new AtomicLong();
        if (manner.users()) {
            long expected = expected(remote);
            RemoteUsers users = new RemoteUsers(tx, pool, new Arrivals(new Users(store)));
            remote.users(page -> watcher.progress("users stored", added.addAndGet(users.add(page)), expected));
            for (GroupType group : remote.groups()) {
                String name = String.valueOf(group.groupName());
                remote.members(name, page -> users.join(rows.groupId(name), page));
            }
        }
        return added.get();
    }
}
