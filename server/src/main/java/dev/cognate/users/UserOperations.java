package dev.cognate.users;

import dev.cognate.codes.Codes;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Belongings;
import dev.cognate.directory.Deletion;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.mfa.Mfa;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.CodeSender;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The door to the operations on users. */
public final class UserOperations {
    private final Collaborators with;

    /** Makes the room from what it works with. */
    public UserOperations(Collaborators with) {
        this.with = with;
    }

    /**
     * What this room works with.
     *
     * @param foreignPasswords what other systems have given users to sign in with by password
     */
    public record Collaborators(
            Store store,
            InstantSource clock,
            Pools pools,
            Users users,
            Deletion deletion,
            Codes codes,
            CodeSender sender,
            MaskStyle style,
            Tokens tokens,
            PageTokens pageTokens,
            Belongings foreignPasswords,
            Mfa mfa,
            Creation creation) {}

    /** What is needed to create users, and for nothing else in this room. */
    public record Creation(
            NewUsers newUsers,
            Passwords passwords,
            NewPasswords newPasswords,
            TemporaryPasswords temporaryPasswords,
            Messages messages,
            Outbox outbox,
            Triggers triggers,
            Randomness randomness) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        List<Handler<?, ?>> operations = new ArrayList<>(ofUsers());
        operations.addAll(ofAdministrators());
        return List.copyOf(operations);
    }

    private List<Handler<?, ?>> ofUsers() {
        AccessTokens accessTokens = with.tokens.accessTokens();
        AttributeUpdate update = new AttributeUpdate(with);
        MfaOptions options = new MfaOptions(with.store, with.users, with.mfa);
        return List.of(
                Operations.GET_USER.by(new GetUser(accessTokens, options)),
                Operations.UPDATE_USER_ATTRIBUTES.by(new UpdateUserAttributes(accessTokens, update, with.style)),
                Operations.DELETE_USER_ATTRIBUTES.by(new DeleteUserAttributes(accessTokens, update)),
                Operations.GET_USER_ATTRIBUTE_VERIFICATION_CODE.by(new GetUserAttributeVerificationCode(with)),
                Operations.VERIFY_USER_ATTRIBUTE.by(new VerifyUserAttribute(with)),
                Operations.SET_USER_SETTINGS.by(new SetUserSettings(accessTokens, options)),
                Operations.DELETE_USER.by(new DeleteUser(accessTokens, with.deletion)));
    }

    private List<Handler<?, ?>> ofAdministrators() {
        AttributeUpdate update = new AttributeUpdate(with);
        MfaOptions options = new MfaOptions(with.store, with.users, with.mfa);
        AccountSwitch accounts = new AccountSwitch(with);
        return List.of(
                Operations.ADMIN_CREATE_USER.by(new AdminCreateUser(with)),
                Operations.ADMIN_GET_USER.by(new AdminGetUser(with.pools, with.users, options)),
                Operations.ADMIN_UPDATE_USER_ATTRIBUTES.by(
                        new AdminUpdateUserAttributes(with.pools, with.users, update)),
                Operations.ADMIN_DELETE_USER_ATTRIBUTES.by(
                        new AdminDeleteUserAttributes(with.pools, with.users, update)),
                Operations.ADMIN_DISABLE_USER.by(new AdminDisableUser(with.pools, accounts)),
                Operations.ADMIN_ENABLE_USER.by(new AdminEnableUser(with.pools, accounts)),
                Operations.ADMIN_SET_USER_SETTINGS.by(new AdminSetUserSettings(with.pools, with.users, options)),
                Operations.ADMIN_LINK_PROVIDER_FOR_USER.by(new AdminLinkProviderForUser(with)),
                Operations.ADMIN_DISABLE_PROVIDER_FOR_USER.by(new AdminDisableProviderForUser(with)),
                Operations.ADMIN_DELETE_USER.by(new AdminDeleteUser(with.pools, with.users, with.deletion)),
                Operations.LIST_USERS.by(new ListUsers(with.store, with.pools, with.pageTokens)));
    }

    /** Forgets what this room keeps of a user beside the user itself. */
    public static void forget(Tx tx, PoolId pool, Sub sub) {
        PendingTable.deleteAll(tx, pool, sub);
        IdentitiesTable.deleteAll(tx, pool, sub);
    }
}
