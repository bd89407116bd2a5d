package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.DeleteWebAuthnCredentialRequest;
import dev.cognate.wire.model.DeleteWebAuthnCredentialResponse;
import dev.cognate.wire.model.Operations;

/** Deletes a passkey of the user who asks. Reference: auth 21.4. */
final class DeleteWebAuthnCredential
        implements Operation<DeleteWebAuthnCredentialRequest, DeleteWebAuthnCredentialResponse> {
    private final Passkeys.Collaborators with;
    private final ModelledAccess access;

    DeleteWebAuthnCredential(Passkeys.Collaborators with) {
        this.with = with;
        this.access = new ModelledAccess(with.accessTokens(), Operations.DELETE_WEB_AUTHN_CREDENTIAL);
    }

    @Override
    public DeleteWebAuthnCredentialResponse run(DeleteWebAuthnCredentialRequest request, Call call) {
        User user = access.require(request.accessToken()).user();
        if (!with.store().write(tx -> PasskeysTable.delete(tx, user.pool(), user.sub(), request.credentialId()))) {
            throw new ResourceNotFoundException(Texts.NO_PASSKEY);
        }
        return new DeleteWebAuthnCredentialResponse();
    }
}
