package dev.cognate.app;

import dev.cognate.directory.Migration;
import dev.cognate.imports.Imports;
import dev.cognate.passwords.PasswordOperations;
import dev.cognate.risk.Notices;
import dev.cognate.signin.Signin;
import dev.cognate.signup.SignUpSessions;
import dev.cognate.signup.Signup;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.List;

/** The rooms by which users come in: signing up, signing in, and passwords that were forgotten or are to change. */
final class EntryRooms {
    final Signin signin;
    final Signup signup;

    private final PasswordOperations passwords;
    private final Foundation base;
    private final Cognate.Ground ground;
    private final Mail mail;
    private final Migration migration;

    /** Whoever signs up may go on to sign in. */
    EntryRooms(Foundation base, Mail mail, TokenRooms tokens, FactorRooms factors, Imports imports) {
        this.base = base;
        this.ground = base.ground;
        this.mail = mail;
        this.migration = new Migration(base.triggers, base.users, base.newUsers, base.randomness);
        SignUpSessions signUpSessions = new SignUpSessions(ground.keys(), base.randomness, ground.clock());
        this.signin = newSignin(tokens, factors, imports, signUpSessions);
        this.signup = newSignup(signUpSessions);
        this.passwords = newPasswords(tokens, factors);
    }

    private Signin newSignin(TokenRooms tokens, FactorRooms factors, Imports imports, SignUpSessions signUpSessions) {
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
                migration,
                tokens.tokens,
                base.triggers,
                base.events,
                base.protection,
                new Notices(ground.store(), base.protection, base.events, mail.outbox, base.randomness, ground.clock()),
                new Signin.Sending(base.codes, mail.messages, mail.outbox, mail.concealment, base.rules.style()),
                new Signin.Factors(factors.mfa, factors.devices, factors.passkeys, signUpSessions),
                base.rules.lockOut()));
    }

    private Signup newSignup(SignUpSessions signUpSessions) {
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

    private PasswordOperations newPasswords(TokenRooms tokens, FactorRooms factors) {
        return new PasswordOperations(new PasswordOperations.Collaborators(
                ground.store(),
                base.pools,
                base.clients,
                base.users,
                tokens.tokens,
                migration,
                base.passwords,
                base.newPasswords,
                base.codes,
                mail.sender,
                mail.concealment,
                base.triggers,
                base.events,
                base.protection,
                factors.mfa,
                base.rules.style(),
                ground.clock()));
    }

    List<Handler<?, ?>> operations() {
        List<Handler<?, ?>> handlers = new ArrayList<>(signup.operations());
        handlers.addAll(signin.operations());
        handlers.addAll(passwords.operations());
        return handlers;
    }
}
