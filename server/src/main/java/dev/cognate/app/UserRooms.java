package dev.cognate.app;

import dev.cognate.devices.Devices;
import dev.cognate.directory.Deletion;
import dev.cognate.groups.Groups;
import dev.cognate.imports.Imports;
import dev.cognate.mfa.Mfa;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.users.UserOperations;
import dev.cognate.wire.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The rooms of users as such: groups, import jobs, and what users and administrators read and change of them. */
final class UserRooms {
    final Groups groups;
    final Imports imports;

    private final Foundation base;
    private final Cognate.Ground ground;

    /** Groups and jobs work with the foundation alone; the operations on users with every room that keeps of them. */
    UserRooms(Foundation base, Supplier<String> publicUrl) {
        this.base = base;
        this.ground = base.ground;
        this.groups = new Groups(new Groups.Collaborators(
                ground.store(), ground.clock(), base.randomness, base.pools, base.users, base.pageTokens));
        this.imports = new Imports(new Imports.Collaborators(
                ground.store(),
                ground.keys(),
                ground.clock(),
                base.randomness,
                base.pools,
                base.users,
                base.passwords,
                publicUrl));
    }

    /** The operations of these rooms, with the rooms that a deleted user has to disappear from. */
    List<Handler<?, ?>> operations(Mail mail, TokenRooms tokens, FactorRooms factors, EntryRooms entry) {
        List<Handler<?, ?>> handlers = new ArrayList<>(
                users(mail, tokens, factors, deletion(tokens, entry)).operations());
        handlers.addAll(groups.operations());
        handlers.addAll(imports.operations());
        return handlers;
    }

    private Deletion deletion(TokenRooms tokens, EntryRooms entry) {
        return new Deletion(
                ground.store(),
                base.users,
                List.of(
                        base.codes::forget,
                        base.events::forget,
                        tokens.tokens::forget,
                        tokens.sessions::forget,
                        entry.signin::forget,
                        UserOperations::forget,
                        Mfa::forget,
                        Devices::forget,
                        Passkeys::forget,
                        base.newPasswords::forget,
                        groups::forget,
                        imports::forget));
    }

    private UserOperations users(Mail mail, TokenRooms tokens, FactorRooms factors, Deletion deletion) {
        return new UserOperations(new UserOperations.Collaborators(
                ground.store(),
                ground.clock(),
                base.pools,
                base.users,
                deletion,
                base.codes,
                mail.sender,
                base.rules.style(),
                tokens.tokens,
                base.pageTokens,
                imports::forget,
                factors.mfa,
                creation(mail)));
    }

    private UserOperations.Creation creation(Mail mail) {
        return new UserOperations.Creation(
                base.newUsers,
                base.passwords,
                base.newPasswords,
                base.temporaryPasswords,
                mail.messages,
                mail.outbox,
                base.triggers,
                base.randomness);
    }
}
