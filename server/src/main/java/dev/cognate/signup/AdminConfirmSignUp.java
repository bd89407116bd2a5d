package dev.cognate.signup;

import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.triggers.Origin;
import dev.cognate.triggers.PostConfirmationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminConfirmSignUpRequest;
import dev.cognate.wire.model.AdminConfirmSignUpResponse;
import java.time.InstantSource;

/** Confirms a sign-up without a code; no attribute counts as verified by it. Reference: lifecycle F2. */
final class AdminConfirmSignUp implements Operation<AdminConfirmSignUpRequest, AdminConfirmSignUpResponse> {
    private final Store store;
    private final Pools pools;
    private final Users users;
    private final Codes codes;
    private final Triggers triggers;
    private final InstantSource clock;

    AdminConfirmSignUp(Signup.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.codes = with.codes();
        this.triggers = with.triggers();
        this.clock = with.clock();
    }

    @Override
    public AdminConfirmSignUpResponse run(AdminConfirmSignUpRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        User confirmed = switch (users.find(pool, request.username())) {
            case Lookup.Found(User user) -> store.write(tx -> confirm(tx, user));
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        };
        triggers.postConfirmation(
                pool.config().lambdaConfig(),
                new Origin(pool.id(), confirmed.username(), null, call.userAgent()),
                PostConfirmationSource.CONFIRM_SIGN_UP,
                confirmed.eventAttributes(pool),
                request.clientMetadata());
        return new AdminConfirmSignUpResponse();
    }

    private User confirm(Tx tx, User seen) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        }
        User confirmed = user.after(new StatusChange.SignUpConfirmed(), clock.instant());
        users.save(tx, user, confirmed);
        codes.consume(tx, codes.of(user.pool(), user.sub(), CodeKind.SIGN_UP));
        return confirmed;
    }
}
