package dev.cognate.users;

import dev.cognate.directory.AttributeRules;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.CodeDeliveryDetailsType;
import dev.cognate.wire.model.UpdateUserAttributesRequest;
import dev.cognate.wire.model.UpdateUserAttributesResponse;
import java.util.List;

/**
 * Changes attributes of the user who asks; all of them or none. Where an address changes, a code goes to the new one, if the
 * pool verifies such addresses. Reference: lifecycle E8.
 */
final class UpdateUserAttributes implements Operation<UpdateUserAttributesRequest, UpdateUserAttributesResponse> {
    private final AccessTokens accessTokens;
    private final AttributeUpdate update;
    private final MaskStyle style;

    UpdateUserAttributes(AccessTokens accessTokens, AttributeUpdate update, MaskStyle style) {
        this.accessTokens = accessTokens;
        this.update = update;
        this.style = style;
    }

    @Override
    public UpdateUserAttributesResponse run(UpdateUserAttributesRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        AttributeChange change = AttributeChange.of(request.userAttributes());
        AttributeRules.checkWritable(bearer.client(), change.names());
        List<CodeDeliveryDetailsType> details = update
                .apply(
                        bearer.client().pool(),
                        bearer.user(),
                        change,
                        new AttributeUpdate.Writer(bearer.client(), call, request.clientMetadata()))
                .stream()
                .map(destination -> destination.masked(style))
                .toList();
        return new UpdateUserAttributesResponse(details.isEmpty() ? null : details);
    }
}
