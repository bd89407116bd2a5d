package dev.cognate.app;

import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeLimits;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Deletion;
import dev.cognate.directory.Migration;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.front.AccessKeys;
import dev.cognate.front.Front;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Metrics;
import dev.cognate.front.Mount;
import dev.cognate.front.Signatures;
import dev.cognate.hosted.ConfirmUserPage;
import dev.cognate.hosted.KeySetPage;
import dev.cognate.messaging.Courier;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Transport;
import dev.cognate.messaging.Transports;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.PasswordOperations;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.risk.UserEvents;
import dev.cognate.signup.Signup;
import dev.cognate.store.SealKeys;
import dev.cognate.store.Store;
import dev.cognate.tokens.GroupClaims;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.FunctionRunner;
import dev.cognate.triggers.Triggers;
import dev.cognate.users.UserOperations;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Handler;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server: every room, made from its collaborators. It owns what it is given and closes it. */
public final class Cognate implements AutoCloseable {
    private final Ground ground;
    private final Rules rules;
    private final Randomness randomness;
    private final Pools pools;
    private final Clients clients;
    private final Users users;
    private final Codes codes;
    private final UserEvents events;
    private final PageTokens pageTokens;
    private final Triggers triggers;
    private final Inbox inbox;
    private final Courier courier;
    private final Passwords passwords;
    private final TemporaryPasswords temporaryPasswords;
    private final NewPasswords newPasswords;
    private final NewUsers newUsers;
    private final Messages messages;
    private final Outbox outbox;
    private final CodeSender sender;
    private final Concealment concealment;
    private final Tokens tokens;
    private final Signup signup;
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
     */
    public record Ground(Store store, KeyRing keys, SecureRandom random, InstantSource clock) {}

    /**
     * How a server behaves.
     *
     * @param front where and how it listens
     * @param verifySignatures whether signed operations need an access key of the store
     * @param pools the account, and how long configuration may be remembered
     * @param limits how often users may ask for codes and try them
     * @param style how addresses are masked in answers
     * @param dailyEmails how many e-mails the default sender takes a day, 0 for no limit
     * @param publicUrl what links in messages begin with, null for the address that the server listens on
     * @param confirmByButton whether a confirmation link only shows a button
     * @param showInbox whether the inbox can be read over HTTP
     */
    public record Rules(
            FrontSettings front,
            boolean verifySignatures,
            PoolSettings pools,
            CodeLimits limits,
            MaskStyle style,
            int dailyEmails,
            @Nullable String publicUrl,
            boolean confirmByButton,
            boolean showInbox) {}

    /**
     * What a server reaches out to.
     *
     * @param functions run the pools' functions
     * @param email sends e-mails, null for the inbox
     */
    public record Reach(
            List<? extends FunctionRunner> functions,
            @Nullable Transport email) {}

    /**
     * A server at rest.
     *
     * @throws dev.cognate.store.StoreUnavailable the data was sealed with another key
     */
    public Cognate(Ground ground, Rules rules, Reach reach) {
        this.ground = ground;
        this.rules = rules;
        new SealKeys(ground.store, ground.clock).admit(ground.keys);
        this.randomness = new Randomness(ground.random, ground.clock);
        this.pools = new Pools(ground.store, ground.clock, randomness, rules.pools);
        this.clients = new Clients(ground.store, pools, ground.keys, randomness, ground.clock);
        this.users = new Users(ground.store);
        this.codes = new Codes(ground.keys, randomness, ground.clock, rules.limits);
        this.events = new UserEvents(ground.keys, randomness, ground.clock);
        this.pageTokens = new PageTokens(ground.keys, ground.clock);
        this.triggers = new Triggers(reach.functions);
        this.passwords = new Passwords(ground.keys, ground.random);
        this.temporaryPasswords = new TemporaryPasswords(randomness, ground.clock);
        this.newPasswords = new NewPasswords(new NewPasswords.Collaborators(
                ground.store, users, passwords, temporaryPasswords, codes, randomness, ground.clock));
        this.inbox = new Inbox(ground.store, ground.keys, Inbox.DEFAULT_CAPACITY);
        Transports transports = new Transports(inbox, reach.email, null);
        this.outbox = new Outbox(ground.keys, transports, rules.dailyEmails);
        this.courier = new Courier(ground.store, outbox, transports, ground.clock);
        this.messages = new Messages(triggers, _ -> publicUrl(), randomness, ground.clock);
        this.newUsers = new NewUsers(ground.store, pools, users, ground.clock);
        this.sender = new CodeSender(ground.store, codes, messages, outbox);
        this.concealment = new Concealment(ground.store, codes, ground.keys, messages, outbox, rules.style);
        this.tokens = newTokens();
        this.signup = newSignup();
        this.front = new Front(rules.front, handlers(), mounts(), frontCollaborators());
        this.housekeeping = new Housekeeping(ground.store, codes, tokens, pools);
    }

    private Signup newSignup() {
        return new Signup(new Signup.Collaborators(
                ground.store,
                ground.clock,
                randomness,
                pools,
                clients,
                users,
                newUsers,
                passwords,
                codes,
                sender,
                concealment,
                triggers,
                events,
                rules.style));
    }

    private Tokens newTokens() {
        return new Tokens(new Tokens.Collaborators(
                ground.store,
                pools,
                clients,
                users,
                triggers,
                _ -> GroupClaims.NONE, // Nobody is in a group until there are groups.
                ground.keys,
                ground.random,
                randomness,
                ground.clock,
                pool -> publicUrl() + "/" + pool));
    }

    private UserOperations userOperations() {
        Deletion deletion = new Deletion(
                ground.store,
                users,
                List.of(
                        codes::forget,
                        events::forget,
                        tokens::forget,
                        UserOperations::forget,
                        newPasswords::forget));
        UserOperations.Creation creation = new UserOperations.Creation(
                newUsers, passwords, newPasswords, temporaryPasswords, messages, outbox, triggers, randomness);
        return new UserOperations(new UserOperations.Collaborators(
                ground.store,
                ground.clock,
                pools,
                users,
                deletion,
                codes,
                sender,
                rules.style,
                tokens,
                pageTokens,
                creation));
    }

    private PasswordOperations passwordOperations() {
        return new PasswordOperations(new PasswordOperations.Collaborators(
                ground.store,
                pools,
                clients,
                users,
                tokens,
                new Migration(triggers, users, newUsers, randomness),
                passwords,
                newPasswords,
                codes,
                sender,
                concealment,
                triggers,
                events,
                rules.style,
                ground.clock));
    }

    private List<Handler<?, ?>> handlers() {
        List<Handler<?, ?>> handlers = new ArrayList<>();
        handlers.addAll(pools.operations(pageTokens));
        handlers.addAll(clients.operations());
        handlers.addAll(userOperations().operations());
        handlers.addAll(signup.operations());
        handlers.addAll(passwordOperations().operations());
        handlers.addAll(tokens.operations());
        return List.copyOf(handlers);
    }

    private List<Mount> mounts() {
        ConfirmUserPage confirmUser = new ConfirmUserPage(signup, randomness, rules.confirmByButton);
        List<Mount> mounts = new ArrayList<>();
        for (String path : List.of("/confirmUser", "/confirmUser/")) {
            mounts.add(Mount.exactly("GET", path, confirmUser));
            mounts.add(Mount.exactly("POST", path, confirmUser));
        }
        mounts.add(Mount.behind("GET", KeySetPage.PATH, new KeySetPage(tokens)));
        if (rules.showInbox) {
            InboxEndpoint messages = new InboxEndpoint(inbox);
            mounts.add(Mount.under("GET", InboxEndpoint.PATH, messages));
            mounts.add(Mount.under("DELETE", InboxEndpoint.PATH, messages));
        }
        return mounts;
    }

    private Front.Collaborators frontCollaborators() {
        Signatures signatures = rules.verifySignatures
                ? Signatures.verified(
                        new AccessKeys(ground.store, ground.keys, randomness, ground.clock), ground.clock, Set.of())
                : Signatures.any();
        return new Front.Collaborators(signatures, metrics, ground.store, ground.clock, ground.random);
    }

    /** The pools, for what is there before the first request. */
    public Pools pools() {
        return pools;
    }

    /** The clients, for what is there before the first request. */
    public Clients clients() {
        return clients;
    }

    /** The operations, to be called without a listener. */
    Signup signup() {
        return signup;
    }

    /** Tokens, to be issued without a sign-in. */
    public Tokens tokens() {
        return tokens;
    }

    /** The messages that arrived. */
    public Inbox inbox() {
        return inbox;
    }

    /** The courier; it rests until {@link #work}. */
    public Courier courier() {
        return courier;
    }

    /**
     * Begins to listen; {@link #work} begins everything else.
     *
     * @throws java.io.UncheckedIOException a port is taken or not allowed
     */
    public Front.Addresses listen() {
        Front.Addresses addresses = front.start();
        url = "http://" + named(rules.front.api().host()) + ":"
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

    /** Begins to deliver messages and to clear away what is over. */
    public void work() {
        courier.start();
        housekeeping.start();
    }

    /** The server's own address, such as {@code http://127.0.0.1:2646}; empty before it listens. */
    public String url() {
        return url;
    }

    private String publicUrl() {
        return rules.publicUrl == null ? url : rules.publicUrl;
    }

    /** Answers the requests under way, delivers the messages under way, and closes everything. */
    @Override
    public void close() {
        front.close();
        housekeeping.close();
        courier.close();
        triggers.close();
        metrics.close();
        ground.store.close();
    }
}
