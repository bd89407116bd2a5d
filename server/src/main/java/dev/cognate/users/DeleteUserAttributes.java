package dev.cognate.users;

import dev.cognate.directory.AttributeRules;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.DeleteUserAttributesRequest;
import dev.cognate.wire.model.DeleteUserAttributesResponse;

/** Deletes attributes of the user who asks; one that is not set is no error. Reference: lifecycle E9. */
final class DeleteUserAttributes implements Operation<DeleteUserAttributesRequest, DeleteUserAttributesResponse> {
    private final AccessTokens accessTokens;
    private final AttributeUpdate update;

    DeleteUserAttributes(AccessTokens accessTokens, AttributeUpdate update) {
        this.accessTokens = accessTokens;
        this.update = update;
    }

    @Override
    public DeleteUserAttributesResponse run(DeleteUserAttributesRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        AttributeChange change = AttributeChange.removing(request.userAttributeNames());
        if (change.removed().contains("sub")) {
            throw new InvalidParameterException(Texts.notDeletable("sub"));
        }
        AttributeRules.checkWritable(bearer.client(), change.removed());
        update.apply(
                bearer.client().pool(), bearer.user(), change, new AttributeUpdate.Writer(bearer.client(), call, null));
        return new DeleteUserAttributesResponse();
    }
}
