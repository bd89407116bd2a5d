package dev.cognate.app;

import dev.cognate.branding.Branding;
import dev.cognate.clients.Clients;
import dev.cognate.devices.Devices;
import dev.cognate.directory.Deletion;
import dev.cognate.directory.Migration;
import dev.cognate.directory.Users;
import dev.cognate.domains.Domains;
import dev.cognate.federation.IdentityProviders;
import dev.cognate.groups.Groups;
import dev.cognate.imports.Imports;
import dev.cognate.mfa.Mfa;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.passwords.PasswordOperations;
import dev.cognate.pools.Pools;
import dev.cognate.resourceservers.ResourceServers;
import dev.cognate.risk.Notices;
import dev.cognate.risk.Risk;
import dev.cognate.risk.UserEvents;
import dev.cognate.sessions.Sessions;
import dev.cognate.signin.Signin;
import dev.cognate.signup.SignUpSessions;
import dev.cognate.signup.Signup;
import dev.cognate.tokens.Issuers;
import dev.cognate.tokens.Tokens;
import dev.cognate.users.UserOperations;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** The rooms of a server, each made from its collaborators by a method of its own, and the operations they offer. */
public final class Rooms {
    private final Foundation base;
    private final Cognate.Ground ground;
    private final Mail mail;
    private final Supplier<String> publicUrl;
    private final Domains domains;
    private final IdentityProviders identityProviders;
    private final Branding branding;
    private final Groups groups;
    private final Imports imports;
    private final Tokens tokens;
    private final Sessions sessions;
    private final Risk risk;
    private final Passkeys passkeys;
    private final Devices devices;
    private final Mfa mfa;
    private final SignUpSessions signUpSessions;
    private final Signin signin;
    private final Signup signup;
    private final List<Handler<?, ?>> operations;

    /** The order is that of who needs whom. */
    Rooms(Foundation base, Mail mail, Cognate.Reach reach, Supplier<String> publicUrl) {
        this.base = base;
        this.ground = base.ground;
        this.mail = mail;
        this.publicUrl = publicUrl;
        this.domains = new Domains(ground.store(), base.pools, base.randomness, ground.clock());
        this.identityProviders = newIdentityProviders(reach);
        this.branding = newBranding();
        this.groups = newGroups();
        this.imports = newImports();
        this.tokens = newTokens();
        this.sessions = newSessions();
        this.risk = new Risk(new Risk.Collaborators(
                ground.store(), base.pools, base.clients, base.users, base.events, ground.clock()));
        this.passkeys = newPasskeys();
        this.devices = newDevices();
        this.mfa = newMfa();
        this.signUpSessions = new SignUpSessions(ground.keys(), base.randomness, ground.clock());
        this.signin = newSignin();
        this.signup = newSignup();
        this.operations = everyOperation();
    }

    private IdentityProviders newIdentityProviders(Cognate.Reach reach) {
        return new IdentityProviders(new IdentityProviders.Collaborators(
                ground.store(), ground.keys(), ground.clock(), base.pools, base.pageTokens, reach.documents()));
    }

    private Branding newBranding() {
        return new Branding(new Branding.Collaborators(
                ground.store(), ground.clock(), base.randomness, base.pools, base.clients, base.pageTokens, publicUrl));
    }

    private Groups newGroups() {
        return new Groups(new Groups.Collaborators(
                ground.store(), ground.clock(), base.randomness, base.pools, base.users, base.pageTokens));
    }

    private Imports newImports() {
        return new Imports(new Imports.Collaborators(
                ground.store(),
                ground.keys(),
                ground.clock(),
                base.randomness,
                base.pools,
                base.users,
                base.passwords,
                publicUrl));
    }

    private Tokens newTokens() {
        return new Tokens(new Tokens.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                base.triggers,
                Groups::claims,
                ground.keys(),
                ground.rsaKeys(),
                base.randomness,
                ground.clock(),
                new Issuers(publicUrl, base.rules.issuers()),
                new SessionTracking(this::sessions)));
    }

    private Sessions newSessions() {
        return new Sessions(new Sessions.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                tokens,
                ground.keys(),
                base.randomness,
                ground.clock()));
    }

    private Passkeys newPasskeys() {
        return new Passkeys(new Passkeys.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.users,
                tokens.accessTokens(),
                base.pageTokens));
    }

    private Devices newDevices() {
        return new Devices(new Devices.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.pools,
                base.users,
                tokens.accessTokens(),
                base.pageTokens,
                tokens.signIns()::forgetDevice));
    }

    private Mfa newMfa() {
        return new Mfa(new Mfa.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                ground.clock(),
                base.pools,
                base.users,
                tokens.accessTokens(),
                passkeys));
    }

    private Signin newSignin() {
        return new Signin(new Signin.Collaborators(
                ground.store(),
                ground.keys(),
                ground.random(),
                base.randomness,
                ground.clock(),
                base.pools,
                base.clients,
                base.users,
                base.passwords,
                base.temporaryPasswords,
                base.newPasswords,
                imports.hashes(),
                migration(),
                tokens,
                base.triggers,
                base.events,
                base.protection,
                new Notices(ground.store(), base.protection, base.events, mail.outbox, base.randomness, ground.clock()),
                new Signin.Sending(base.codes, mail.messages, mail.outbox, mail.concealment, base.rules.style()),
                new Signin.Factors(mfa, devices, passkeys, signUpSessions),
                base.rules.lockOut()));
    }

    private Migration migration() {
        return new Migration(base.triggers, base.users, base.newUsers, base.randomness);
    }

    private Signup newSignup() {
        return new Signup(new Signup.Collaborators(
                ground.store(),
                ground.clock(),
                base.randomness,
                base.pools,
                base.clients,
                base.users,
                base.newUsers,
                base.passwords,
                base.codes,
                mail.sender,
                mail.concealment,
                base.triggers,
                base.events,
                base.protection,
                base.rules.style(),
                signUpSessions));
    }

    private UserOperations userOperations() {
        Deletion deletion = new Deletion(
                ground.store(),
                base.users,
                List.of(
                        base.codes::forget,
                        base.events::forget,
                        tokens::forget,
                        sessions::forget,
                        signin::forget,
                        UserOperations::forget,
                        Mfa::forget,
                        Devices::forget,
                        Passkeys::forget,
                        base.newPasswords::forget,
                        groups::forget,
                        imports::forget));
        UserOperations.Creation creation = new UserOperations.Creation(
                base.newUsers,
                base.passwords,
                base.newPasswords,
                base.temporaryPasswords,
                mail.messages,
                mail.outbox,
                base.triggers,
                base.randomness);
        return new UserOperations(new UserOperations.Collaborators(
                ground.store(),
                ground.clock(),
                base.pools,
                base.users,
                deletion,
                base.codes,
                mail.sender,
                base.rules.style(),
                tokens,
                base.pageTokens,
                imports::forget,
                mfa,
                creation));
    }

    private PasswordOperations passwordOperations() {
        return new PasswordOperations(new PasswordOperations.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                tokens,
                migration(),
                base.passwords,
                base.newPasswords,
                base.codes,
                mail.sender,
                mail.concealment,
                base.triggers,
                base.events,
                base.protection,
                mfa,
                base.rules.style(),
                ground.clock()));
    }

    private List<Handler<?, ?>> everyOperation() {
        List<Handler<?, ?>> handlers = new ArrayList<>();
        handlers.addAll(base.pools.operations(
                base.pageTokens, imports::isUnderWay, Clients::above, Domains::above, Sessions::above, Risk::above));
        handlers.addAll(base.clients.operations(Branding::forget));
        handlers.addAll(new ResourceServers(ground.store(), base.pools, base.pageTokens).operations());
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

    /** What clears away what is over, by the name of what it clears. */
    Map<String, IntSupplier> sweeps() {
        Map<String, IntSupplier> sweeps = new LinkedHashMap<>();
        sweeps.put("counts", () -> base.codes.sweep(ground.store()));
        sweeps.put("sign-ins", tokens::sweep);
        sweeps.put("sign-ins under way", signin::sweep);
        sweeps.put("sessions", sessions::sweep);
        sweeps.put("events", () -> base.events.sweep(ground.store()));
        sweeps.put("deleted pools", base.pools::purgeOrphans);
        sweeps.put("groups", groups::sweep);
        sweeps.put("import jobs", imports::sweep);
        return sweeps;
    }

    /** The operations, to be called without a listener. */
    List<Handler<?, ?>> operations() {
        return operations;
    }

    /** The users, as they are stored. */
    Users users() {
        return base.users;
    }

    /** Signing up, to be called without a listener. */
    Signup signup() {
        return signup;
    }

    /** The pools, for what is there before the first request. */
    public Pools pools() {
        return base.pools;
    }

    /** The clients, for what is there before the first request. */
    public Clients clients() {
        return base.clients;
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

    /** The groups, as other rooms see them. */
    public Groups groups() {
        return groups;
    }

    /** The import jobs; they rest until {@link Cognate#work}. */
    public Imports imports() {
        return imports;
    }

    /** What threat protection is to do. */
    public Risk risk() {
        return risk;
    }

    /** What happened to users. */
    public UserEvents events() {
        return base.events;
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
}
