package dev.cognate.app;

import dev.cognate.branding.Branding;
import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeLimits;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.devices.Devices;
import dev.cognate.directory.Deletion;
import dev.cognate.directory.Migration;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.domains.Domains;
import dev.cognate.federation.IdentityProviders;
import dev.cognate.front.AccessKeys;
import dev.cognate.front.Endpoint;
import dev.cognate.front.Front;
import dev.cognate.front.FrontSettings;
import dev.cognate.front.Gate;
import dev.cognate.front.Metrics;
import dev.cognate.front.Mount;
import dev.cognate.front.OtherApi;
import dev.cognate.front.Signatures;
import dev.cognate.groups.Groups;
import dev.cognate.hosted.ConfirmUserPage;
import dev.cognate.hosted.ImportUploads;
import dev.cognate.hosted.InboxPage;
import dev.cognate.hosted.LocalOnly;
import dev.cognate.hosted.WellKnownPage;
import dev.cognate.imports.Imports;
import dev.cognate.kms.DataKeys;
import dev.cognate.kms.EncryptedMessages;
import dev.cognate.kms.Kms;
import dev.cognate.messaging.Courier;
import dev.cognate.messaging.DeliveryFailures;
import dev.cognate.messaging.FunctionTransport;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Reachability;
import dev.cognate.messaging.SandboxNumbers;
import dev.cognate.messaging.Transports;
import dev.cognate.messaging.Ways;
import dev.cognate.mfa.Mfa;
import dev.cognate.outgoing.Documents;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.PasswordOperations;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.pools.Quotas;
import dev.cognate.resourceservers.ResourceServers;
import dev.cognate.risk.CompromisedPasswords;
import dev.cognate.risk.Notices;
import dev.cognate.risk.Protection;
import dev.cognate.risk.Risk;
import dev.cognate.risk.UserEvents;
import dev.cognate.sessions.Sessions;
import dev.cognate.signin.Signin;
import dev.cognate.signup.SignUpSessions;
import dev.cognate.signup.Signup;
import dev.cognate.store.SealKeys;
import dev.cognate.store.Store;
import dev.cognate.tokens.Issuers;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.CustomSenders;
import dev.cognate.triggers.FunctionRunner;
import dev.cognate.triggers.Triggers;
import dev.cognate.users.UserOperations;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Handler;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A server: every room, made from its collaborators. It owns what it is given and closes it. */
public final class Cognate implements AutoCloseable {
    /** How long a file may take to arrive: as long as its URL is good. */
    private static final Duration UPLOAD_TIME = Duration.ofMinutes(15);

    private final Ground ground;
    private final Rules rules;
    private final Randomness randomness;
    private final Pools pools;
    private final Domains domains;
    private final IdentityProviders identityProviders;
    private final Clients clients;
    private final Branding branding;
    private final Users users;
    private final Codes codes;
    private final UserEvents events;
    private final Protection protection;
    private final PageTokens pageTokens;
    private final Triggers triggers;
    private final Ways ways;
    private final Inbox inbox;
    private final Kms kms;
    private final DataKeys dataKeys;
    private final Courier courier;
    private final Passwords passwords;
    private final TemporaryPasswords temporaryPasswords;
    private final NewPasswords newPasswords;
    private final NewUsers newUsers;
    private final Messages messages;
    private final Outbox outbox;
    private final CodeSender sender;
    private final Concealment concealment;
    private final Groups groups;
    private final Imports imports;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Risk risk;
    private final Signin signin;
    private final Passkeys passkeys;
    private final Devices devices;
    private final Mfa mfa;
    private final Signup signup;
    private final SignUpSessions signUpSessions;
    private final List<Handler<?, ?>> handlers;
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
            CompromisedPasswords compromised) {}

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
        this.ground = ground;
        this.rules = rules;
        new SealKeys(ground.store, ground.clock).admit(ground.keys);
        this.randomness = new Randomness(ground.random, ground.clock);
        this.pools = new Pools(ground.store, ground.clock, randomness, rules.pools);
        this.domains = new Domains(ground.store, pools, randomness, ground.clock);
        this.clients = new Clients(ground.store, pools, ground.keys, randomness, ground.clock);
        this.users = new Users(ground.store);
        this.codes = new Codes(ground.keys, randomness, ground.clock, rules.limits);
        this.events = new UserEvents(ground.keys, randomness, ground.clock);
        this.protection = new Protection(ground.store, events, rules.compromised, ground.clock);
        this.pageTokens = new PageTokens(ground.keys, ground.clock);
        this.identityProviders = new IdentityProviders(new IdentityProviders.Collaborators(
                ground.store, ground.keys, ground.clock, pools, pageTokens, reach.documents));
        this.branding = new Branding(new Branding.Collaborators(
                ground.store, ground.clock, randomness, pools, clients, pageTokens, this::publicUrl));
        this.triggers = new Triggers(reach.functions);
        this.passwords = new Passwords(ground.keys, ground.random);
        this.temporaryPasswords = new TemporaryPasswords(randomness, ground.clock);
        this.newPasswords = new NewPasswords(new NewPasswords.Collaborators(
                ground.store, users, passwords, temporaryPasswords, codes, randomness, ground.clock));
        this.inbox = new Inbox(ground.store, ground.keys, Inbox.DEFAULT_CAPACITY);
        this.kms = new Kms(ground.store, ground.keys, ground.random, ground.clock);
        this.dataKeys = reach.dataKeys == null ? kms : reach.dataKeys;
        this.ways = reach.ways;
        Transports transports = transports();
        this.outbox = new Outbox(ground.keys, transports, rules.dailyEmails);
        this.courier = new Courier(ground.store, outbox, transports, ground.clock);
        Reachability reachability = new Reachability(ways, new DeliveryFailures(ground.store), ground.clock);
        this.messages = new Messages(triggers, _ -> publicUrl(), reachability, randomness, ground.clock);
        this.newUsers = new NewUsers(ground.store, pools, users, ground.clock);
        this.sender = new CodeSender(ground.store, codes, messages, outbox);
        this.concealment = new Concealment(ground.store, codes, ground.keys, messages, outbox);
        this.groups =
                new Groups(new Groups.Collaborators(ground.store, ground.clock, randomness, pools, users, pageTokens));
        this.imports = newImports();
        this.tokens = newTokens();
        this.sessions = newSessions();
        this.risk = new Risk(new Risk.Collaborators(ground.store, pools, clients, users, events, ground.clock));
        this.passkeys = new Passkeys(new Passkeys.Collaborators(
                ground.store, ground.keys, ground.random, ground.clock, users, tokens.accessTokens(), pageTokens));
        this.devices = newDevices();
        this.mfa = new Mfa(new Mfa.Collaborators(
                ground.store, ground.keys, ground.random, ground.clock, pools, users, tokens.accessTokens(), passkeys));
        this.signUpSessions = new SignUpSessions(ground.keys, randomness, ground.clock);
        this.signin = newSignin();
        this.signup = newSignup();
        this.handlers = handlers();
        this.front = new Front(rules.front, offer(reach), frontCollaborators());
        this.housekeeping = new Housekeeping(sweeps());
    }

    private Map<String, IntSupplier> sweeps() {
        Map<String, IntSupplier> sweeps = new LinkedHashMap<>();
        sweeps.put("counts", () -> codes.sweep(ground.store));
        sweeps.put("sign-ins", tokens::sweep);
        sweeps.put("sign-ins under way", signin::sweep);
        sweeps.put("sessions", sessions::sweep);
        sweeps.put("events", () -> events.sweep(ground.store));
        sweeps.put("deleted pools", pools::purgeOrphans);
        sweeps.put("groups", groups::sweep);
        sweeps.put("import jobs", imports::sweep);
        return sweeps;
    }

    private Transports transports() {
        SandboxNumbers numbers = new SandboxNumbers(ground.store, rules.pools.account(), ground.clock);
        CustomSenders senders = new CustomSenders(triggers, new EncryptedMessages(dataKeys, ground.random));
        return ways.transports(inbox, numbers, ground.clock).with(new FunctionTransport(senders));
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
                protection,
                rules.style,
                signUpSessions));
    }

    private Signin newSignin() {
        return new Signin(new Signin.Collaborators(
                ground.store,
                ground.keys,
                ground.random,
                randomness,
                ground.clock,
                pools,
                clients,
                users,
                passwords,
                temporaryPasswords,
                newPasswords,
                imports.hashes(),
                new Migration(triggers, users, newUsers, randomness),
                tokens,
                triggers,
                events,
                protection,
                new Notices(ground.store, protection, outbox, randomness, ground.clock),
                new Signin.Sending(codes, messages, outbox, concealment, rules.style),
                new Signin.Factors(mfa, devices, passkeys, signUpSessions),
                rules.lockOut));
    }

    private Imports newImports() {
        return new Imports(new Imports.Collaborators(
                ground.store, ground.keys, ground.clock, randomness, pools, users, passwords, this::publicUrl));
    }

    private Tokens newTokens() {
        return new Tokens(new Tokens.Collaborators(
                ground.store,
                pools,
                clients,
                users,
                triggers,
                Groups::claims,
                ground.keys,
                ground.random,
                randomness,
                ground.clock,
                new Issuers(this::publicUrl, rules.issuers),
                new SessionTracking(() -> sessions)));
    }

    private Devices newDevices() {
        return new Devices(new Devices.Collaborators(
                ground.store,
                ground.keys,
                ground.random,
                ground.clock,
                pools,
                users,
                tokens.accessTokens(),
                pageTokens,
                tokens.signIns()::forgetDevice));
    }

    private Sessions newSessions() {
        return new Sessions(new Sessions.Collaborators(
                ground.store, pools, clients, users, tokens, ground.keys, randomness, ground.clock));
    }

    private UserOperations userOperations() {
        Deletion deletion = new Deletion(
                ground.store,
                users,
                List.of(
                        codes::forget,
                        events::forget,
                        tokens::forget,
                        sessions::forget,
                        signin::forget,
                        UserOperations::forget,
                        Mfa::forget,
                        Devices::forget,
                        Passkeys::forget,
                        newPasswords::forget,
                        groups::forget,
                        imports::forget));
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
                imports::forget,
                mfa,
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
                protection,
                mfa,
                rules.style,
                ground.clock));
    }

    /** The operations, to be called without a listener. */
    List<Handler<?, ?>> operations() {
        return handlers;
    }

    private List<Handler<?, ?>> handlers() {
        List<Handler<?, ?>> handlers = new ArrayList<>();
        handlers.addAll(pools.operations(pageTokens, imports::isUnderWay));
        handlers.addAll(clients.operations(Branding::forget));
        handlers.addAll(new ResourceServers(ground.store, pools, pageTokens).operations());
        handlers.addAll(domains.operations());
        handlers.addAll(identityProviders.operations());
        handlers.addAll(branding.operations());
        handlers.addAll(userOperations().operations());
        handlers.addAll(groups.operations());
        handlers.addAll(sessions.operations());
        handlers.addAll(risk.operations());
        handlers.addAll(imports.operations());
        handlers.addAll(signup.operations());
        handlers.addAll(passwordOperations().operations());
        handlers.addAll(mfa.operations(signin.factorSetups()));
        handlers.addAll(devices.operations());
        handlers.addAll(passkeys.operations());
        handlers.addAll(tokens.operations());
        handlers.addAll(signin.operations());
        return List.copyOf(handlers);
    }

    private Front.Offer offer(Reach reach) {
        OtherApi keys = new OtherApi(Kms.TARGET_PREFIX, Kms.SIGNING_SERVICE, kms.operations(rules.pools.account()));
        // Whose keys are elsewhere has no use for a second place of keys.
        List<OtherApi> others = reach.dataKeys == null ? List.of(keys) : List.of();
        return new Front.Offer(handlers, others, mounts());
    }

    private List<Mount> mounts() {
        ConfirmUserPage confirmUser = new ConfirmUserPage(signup, randomness, rules.confirmByButton);
        List<Mount> mounts = new ArrayList<>();
        for (String path : List.of("/confirmUser", "/confirmUser/")) {
            mounts.add(Mount.exactly("GET", path, confirmUser));
            mounts.add(Mount.exactly("POST", path, confirmUser));
        }
        mounts.add(new Mount.Upload("PUT", Imports.PATH, Imports.MOST_BYTES, UPLOAD_TIME, new ImportUploads(imports)));
        mounts.add(Mount.behind("GET", WellKnownPage.KEY_SET_PATH, new WellKnownPage(tokens::keySet)));
        mounts.add(Mount.behind("GET", WellKnownPage.CONFIGURATION_PATH, new WellKnownPage(tokens::discovery)));
        if (rules.showInbox) {
            Endpoint messages = new LocalOnly(new InboxEndpoint(inbox));
            mounts.add(Mount.under("GET", InboxEndpoint.PATH, messages));
            mounts.add(Mount.under("DELETE", InboxEndpoint.PATH, messages));
            Endpoint page = new LocalOnly(new InboxPage(inbox));
            mounts.add(Mount.under("GET", InboxPage.PATH, page));
            mounts.add(Mount.under("POST", InboxPage.PATH, page));
        }
        return mounts;
    }

    private Front.Collaborators frontCollaborators() {
        Signatures signatures = rules.verifySignatures
                ? Signatures.verified(
                        new AccessKeys(ground.store, ground.keys, randomness, ground.clock), ground.clock, Set.of())
                : Signatures.any();
        Gate gate = rules.quotas ? new Quotas(ground.store, rules.pools, ground.clock)::admit : Gate.OPEN;
        return new Front.Collaborators(signatures, gate, metrics, ground.store, ground.clock, ground.random);
    }

    /** The pools, for what is there before the first request. */
    public Pools pools() {
        return pools;
    }

    /** The clients, for what is there before the first request. */
    public Clients clients() {
        return clients;
    }

    /** The domains, as browsers find them. */
    public Domains domains() {
        return domains;
    }

    /** The identity providers, as signing in finds them. */
    public IdentityProviders identityProviders() {
        return identityProviders;
    }

    /** What pages look like, as they find it. */
    public Branding branding() {
        return branding;
    }

    /** The users, as they are stored. */
    Users users() {
        return users;
    }

    /** Signing up, to be called without a listener. */
    Signup signup() {
        return signup;
    }

    /** The groups, as other rooms see them. */
    public Groups groups() {
        return groups;
    }

    /** The import jobs; they rest until {@link #work}. */
    public Imports imports() {
        return imports;
    }

    /** The keys that encrypt codes for functions. */
    public Kms kms() {
        return kms;
    }

    /** What threat protection is to do. */
    public Risk risk() {
        return risk;
    }

    /** What happened to users. */
    public UserEvents events() {
        return events;
    }

    /** Sessions, to be begun without a sign-in. */
    public Sessions sessions() {
        return sessions;
    }

    /** Second factors, as other rooms see them. */
    public Mfa mfa() {
        return mfa;
    }

    /** Devices, as other rooms see them. */
    public Devices devices() {
        return devices;
    }

    /** Passkeys, as other rooms see them. */
    public Passkeys passkeys() {
        return passkeys;
    }

    /** Signing in; cleared up now and then. */
    public Signin signin() {
        return signin;
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

    /** Begins to deliver messages, to run import jobs and to clear away what is over. */
    public void work() {
        courier.start();
        imports.start();
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
        imports.close();
        courier.close();
        ways.close();
        triggers.close();
        dataKeys.close();
        metrics.close();
        ground.store.close();
    }
}
