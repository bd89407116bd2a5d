package dev.cognate.users;

import dev.cognate.directory.Deletion;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.DeleteUserRequest;

/** Deletes the user who asks, with everything that belongs to it; its tokens end with it. Reference: lifecycle E12. */
final class DeleteUser implements Operation<DeleteUserRequest, NoOutput> {
    private final AccessTokens accessTokens;
    private final Deletion deletion;

    DeleteUser(AccessTokens accessTokens, Deletion deletion) {
        this.accessTokens = accessTokens;
        this.deletion = deletion;
    }

    @Override
    public NoOutput run(DeleteUserRequest request, Call call) {
        if (!deletion.delete(accessTokens.require(request.accessToken()).user())) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        return new NoOutput();
    }
}
