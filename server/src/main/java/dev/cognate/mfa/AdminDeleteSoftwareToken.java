package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotConfirmedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminDeleteSoftwareTokenRequest;
import dev.cognate.wire.model.AdminDeleteSoftwareTokenResponse;

/**
 * Takes a user's authenticator app away, as after its loss; the user can set up another one. Nothing happens to a user
 * who has none. Reference: newer.
 */
final class AdminDeleteSoftwareToken
        implements Operation<AdminDeleteSoftwareTokenRequest, AdminDeleteSoftwareTokenResponse> {
    private final Mfa mfa;
    private final Mfa.Collaborators with;
    private final NamedUser named;

    AdminDeleteSoftwareToken(Mfa mfa, Mfa.Collaborators with, NamedUser named) {
        this.mfa = mfa;
        this.with = with;
        this.named = named;
    }

    @Override
    public AdminDeleteSoftwareTokenResponse run(AdminDeleteSoftwareTokenRequest request, Call call) {
        User seen =
                named.require(request.userPoolId(), request.username(), call).user();
        with.store().write(tx -> {
            delete(tx, seen);
            return seen;
        });
        return new AdminDeleteSoftwareTokenResponse();
    }

    private void delete(Tx tx, User seen) {
        User user = with.users().reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        if (user.status() == UserStatus.UNCONFIRMED) {
            throw new UserNotConfirmedException(Texts.NOT_CONFIRMED);
        }
        Mfa.save(tx, user, mfa.factors(tx, user).with(MfaFactor.SOFTWARE_TOKEN_MFA, false));
        SoftwareTokensTable.delete(tx, user.pool(), user.sub());
    }
}
