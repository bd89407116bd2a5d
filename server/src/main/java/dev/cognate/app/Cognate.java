package dev.cognate.app;

import dev.cognate.codes.CodeLimits;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.RsaKey;
import dev.cognate.front.AccessKeys;
import dev.cognate.front.Front;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Gate;
import dev.cognate.front.Metrics;
import dev.cognate.front.OtherApi;
import dev.cognate.front.Signatures;
import dev.cognate.kms.DataKeys;
import dev.cognate.kms.Kms;
import dev.cognate.messaging.Courier;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Ways;
import dev.cognate.outgoing.Documents;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Quotas;
import dev.cognate.risk.CompromisedPasswords;
import dev.cognate.store.SealKeys;
import dev.cognate.store.Store;
import dev.cognate.tokens.Issuers;
import dev.cognate.triggers.FunctionRunner;
import dev.cognate.triggers.Triggers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server, from its first to its last moment. It owns what it is given and closes it. */
public final class Cognate implements AutoCloseable {
    private final Foundation base;
    private final Mail mail;
    private final Rooms rooms;
    private final Metrics metrics = new Metrics();
    private final Front front;
    private final Housekeeping housekeeping;
    private volatile String url = "";

    /**
     * What a server stands on.
     *
     * @param store where everything durable lives
     * @param keys seal what is secret
     * @param random where all randomness comes from
     * @param clock the time
     * @param rsaKeys makes the keys that sign tokens, each another
     */
    public record Ground(
            Store store, KeyRing keys, SecureRandom random, InstantSource clock, Supplier<RsaKey> rsaKeys) {
        /** One that makes RSA keys of its randomness. */
        public Ground(Store store, KeyRing keys, SecureRandom random, InstantSource clock) {
            this(store, keys, random, clock, () -> RsaKey.fresh(random));
        }
    }

    /**
     * How a server behaves.
     *
     * @param front where and how it listens
     * @param verifySignatures whether signed operations need an access key of the store
     * @param pools the account, how long configuration may be remembered, and how many pools there may be
     * @param quotas whether the request rates of categories of operations are enforced
     * @param limits how often users may ask for codes and try them
     * @param lockOut whether wrong passwords and codes in a row lock a user for a while
     * @param style how addresses are masked in answers
     * @param dailyEmails how many e-mails the default sender takes a day, 0 for no limit
     * @param publicUrl what links in messages begin with, null for the address that the server listens on
     * @param confirmByButton whether a confirmation link only shows a button
     * @param showInbox whether the inbox can be read over HTTP
     * @param issuers what tokens name as their issuer
     * @param compromised passwords that threat protection refuses
     * @param strictCustomMessage whether functions may write e-mails only of pools that send with an account of their own
     */
    public record Rules(
            FrontSettings front,
            boolean verifySignatures,
            PoolSettings pools,
            boolean quotas,
            CodeLimits limits,
            boolean lockOut,
            MaskStyle style,
            int dailyEmails,
            @Nullable String publicUrl,
            boolean confirmByButton,
            boolean showInbox,
            Issuers.Style issuers,
            CompromisedPasswords compromised,
            boolean strictCustomMessage) {}

    /**
     * What a server reaches out to.
     *
     * @param functions run the pools' functions
     * @param ways how messages leave
     * @param dataKeys a KMS elsewhere, null for the server's own
     * @param documents fetch what identity providers publish of themselves
     */
    public record Reach(
            List<? extends FunctionRunner> functions,
            Ways ways,
            @Nullable DataKeys dataKeys,
            Documents documents) {}

    /**
     * A server at rest.
     *
     * @throws dev.cognate.store.StoreUnavailable the data was sealed with another key
     */
    public Cognate(Ground ground, Rules rules, Reach reach) {
        new SealKeys(ground.store, ground.clock).admit(ground.keys);
        this.base = new Foundation(ground, rules, new Triggers(reach.functions));
        this.mail = new Mail(base, reach, this::publicUrl);
        this.rooms = new Rooms(base, mail, reach, this::publicUrl);
        this.front = new Front(rules.front, offer(), frontCollaborators());
        this.housekeeping = new Housekeeping(rooms.sweeps());
    }

    private Front.Offer offer() {
        OtherApi keys =
                new OtherApi(Kms.TARGET_PREFIX, Kms.SIGNING_SERVICE, mail.kms.operations(base.rules.pools.account()));
        List<OtherApi> others = mail.keepsKeys() ? List.of(keys) : List.of();
        return new Front.Offer(rooms.operations(), others, Pages.mounts(base, rooms, mail.inbox));
    }

    private Front.Collaborators frontCollaborators() {
        Ground ground = base.ground;
        Rules rules = base.rules;
        Signatures signatures = rules.verifySignatures
                ? Signatures.verified(
                        new AccessKeys(ground.store, ground.keys, base.randomness, ground.clock),
                        ground.clock,
                        Set.of())
                : Signatures.any();
        Gate gate = rules.quotas ? new Quotas(ground.store, rules.pools, ground.clock)::admit : Gate.OPEN;
        return new Front.Collaborators(signatures, gate, metrics, ground.store, ground.clock, ground.random);
    }

    /** The rooms, for what is done without a request. */
    public Rooms rooms() {
        return rooms;
    }

    /** The keys that encrypt codes for functions. */
    public Kms kms() {
        return mail.kms;
    }

    /** The messages that arrived. */
    public Inbox inbox() {
        return mail.inbox;
    }

    /** The courier; it rests until {@link #work}. */
    public Courier courier() {
        return mail.courier;
    }

    /**
     * Begins to listen; {@link #work} begins everything else.
     *
     * @throws java.io.UncheckedIOException a port is taken or not allowed
     */
    public Front.Addresses listen() {
        Front.Addresses addresses = front.start();
        url = "http://" + named(base.rules.front.api().host()) + ":"
                + addresses.api().getPort();
        return addresses;
    }

    /** An interface as a URL names it; one that means all of them is no place to go to. */
    private static String named(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** Begins to deliver messages, to run import jobs and to clear away what is over. */
    public void work() {
        mail.courier.start();
        rooms.imports().start();
        housekeeping.start();
    }

    /** The server's own address, such as {@code http://127.0.0.1:2646}; empty before it listens. */
    public String url() {
        return url;
    }

    private String publicUrl() {
        return base.rules.publicUrl == null ? url : base.rules.publicUrl;
    }

    /** Answers the requests under way, delivers the messages under way, and closes everything. */
    @Override
    public void close() {
        front.close();
        housekeeping.close();
        rooms.imports().close();
        mail.close();
        base.triggers.close();
        metrics.close();
        base.ground.store.close();
    }
}
