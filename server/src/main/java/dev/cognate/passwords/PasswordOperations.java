package dev.cognate.passwords;

import dev.cognate.clients.Clients;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Migration;
import dev.cognate.directory.Users;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.mfa.Mfa;
import dev.cognate.pools.Pools;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.time.InstantSource;
import java.util.List;

/** The door to the operations on passwords. */
public final class PasswordOperations {
    private final Collaborators with;

    /** Makes the room from what it works with. */
    public PasswordOperations(Collaborators with) {
        this.with = with;
    }

    /**
     * What this room works with.
     *
     * @param style how addresses are masked in answers
     */
    public record Collaborators(
            Store store,
            Pools pools,
            Clients clients,
            Users users,
            Tokens tokens,
            Migration migration,
            Passwords passwords,
            NewPasswords newPasswords,
            Codes codes,
            CodeSender sender,
            Concealment concealment,
            Triggers triggers,
            UserEvents events,
            Protection protection,
            Mfa mfa,
            MaskStyle style,
            InstantSource clock) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.ADMIN_SET_USER_PASSWORD.by(new AdminSetUserPassword(with)),
                Operations.ADMIN_RESET_USER_PASSWORD.by(new AdminResetUserPassword(with)),
                Operations.FORGOT_PASSWORD.by(new ForgotPassword(with)),
                Operations.CONFIRM_FORGOT_PASSWORD.by(new ConfirmForgotPassword(with)),
                Operations.CHANGE_PASSWORD.by(new ChangePassword(with)));
    }
}
