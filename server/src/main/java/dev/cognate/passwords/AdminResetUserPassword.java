package dev.cognate.passwords;

import dev.cognate.codes.CodeKind;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.Occasion;
import dev.cognate.mfa.Mfa;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Tx;
import dev.cognate.verification.CodeSender;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminResetUserPasswordRequest;
import dev.cognate.wire.model.AdminResetUserPasswordResponse;
import java.time.InstantSource;

/**
 * Makes a user set a new password before the next sign-in, and sends the code for it. Code and status change together.
 * Reference: lifecycle F4.
 */
final class AdminResetUserPassword implements Operation<AdminResetUserPasswordRequest, AdminResetUserPasswordResponse> {
    private static final StatusChange.Step CAUSE = new StatusChange.ResetByAdministrator();

    private final Pools pools;
    private final Users users;
    private final CodeSender sender;
    private final Mfa mfa;
    private final InstantSource clock;

    AdminResetUserPassword(PasswordOperations.Collaborators with) {
        this.pools = with.pools();
        this.users = with.users();
        this.sender = with.sender();
        this.mfa = with.mfa();
        this.clock = with.clock();
    }

    @Override
    public AdminResetUserPasswordResponse run(AdminResetUserPasswordRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        User user = switch (users.find(pool, request.username())) {
            case Lookup.Found(User found) -> found.after(CAUSE, clock.instant());
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        };
        Destination destination = RecoveryTarget.of(pool, user, mfa.media(pool, user));
        if (destination == null) {
            throw new InvalidParameterException(Texts.NO_RECOVERY_ADDRESS);
        }
        try {
            sender.send(asked(pool, user, destination, request, call), user, destination);
        } catch (CodeDeliveryFailureException undeliverable) {
            // The model of this operation has no such error; the sentence says it all.
            throw new InvalidParameterException(String.valueOf(undeliverable.getMessage()));
        }
        return new AdminResetUserPasswordResponse();
    }

    private CodeSender.Asked asked(
            Pool pool, User user, Destination destination, AdminResetUserPasswordRequest request, Call call) {
        return new CodeSender.Asked(
                Occasion.FORGOT_PASSWORD,
                CodeKind.PASSWORD_RESET,
                pool,
                null,
                call,
                request.clientMetadata(),
                tx -> reset(tx, pool, user, destination));
    }

    /** The user, or the address, may have changed while a function was asked. */
    private void reset(Tx tx, Pool pool, User seen, Destination destination) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        }
        if (!destination.equals(RecoveryTarget.of(pool, user, mfa.media(tx, pool, user)))) {
            throw new InvalidParameterException(Texts.NO_RECOVERY_ADDRESS);
        }
        users.save(tx, user, user.after(CAUSE, clock.instant()));
    }
}
