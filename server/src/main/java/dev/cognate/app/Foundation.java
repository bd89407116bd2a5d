package dev.cognate.app;

import dev.cognate.clients.Clients;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.triggers.Triggers;

/** What nearly every room works with: pools, clients, users, their codes, passwords and events, and the functions. */
final class Foundation {
    final Cognate.Ground ground;
    final Cognate.Rules rules;
    final Randomness randomness;
    final Pools pools;
    final Clients clients;
    final PageTokens pageTokens;
    final Triggers triggers;
    final Users users;
    final NewUsers newUsers;
    final Codes codes;
    final UserEvents events;
    final Protection protection;
    final Passwords passwords;
    final TemporaryPasswords temporaryPasswords;
    final NewPasswords newPasswords;

    Foundation(Cognate.Ground ground, Cognate.Rules rules, Triggers triggers) {
        this.ground = ground;
        this.rules = rules;
        this.triggers = triggers;
        this.randomness = new Randomness(ground.random(), ground.clock());
        this.pools = new Pools(ground.store(), ground.clock(), randomness, rules.pools());
        this.clients = new Clients(ground.store(), pools, ground.keys(), randomness, ground.clock());
        this.pageTokens = new PageTokens(ground.keys(), ground.clock());
        this.users = new Users(ground.store());
        this.newUsers = new NewUsers(ground.store(), pools, users, ground.clock());
        this.codes = new Codes(ground.keys(), randomness, ground.clock(), rules.limits());
        this.events = new UserEvents(ground.keys(), randomness, ground.clock());
        this.protection = new Protection(ground.store(), events, rules.compromised(), ground.clock());
        this.passwords = new Passwords(ground.keys(), ground.random());
        this.temporaryPasswords = new TemporaryPasswords(randomness, ground.clock());
        this.newPasswords = new NewPasswords(new NewPasswords.Collaborators(
                ground.store(), users, passwords, temporaryPasswords, codes, randomness, ground.clock()));
    }
}
