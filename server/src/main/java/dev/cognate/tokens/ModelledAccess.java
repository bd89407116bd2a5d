package dev.cognate.tokens;

import dev.cognate.wire.Fault;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.fault.NotAuthorizedException;

/**
 * Access tokens for operations whose models know fewer refusals than others: what the model does not list is refused with
 * NotAuthorizedException, in the same words.
 *
 * @param accessTokens check the token
 * @param model what the operation may answer
 */
public record ModelledAccess(AccessTokens accessTokens, OperationModel<?, ?> model) {

    /**
     * Checks a token.
     *
     * @throws Fault as {@link AccessTokens#require}, in so far as the operation's model lists it
     */
    public Bearer require(String token) {
        try {
            return accessTokens.require(token);
        } catch (Fault refusal) {
            if (model.errors().contains(refusal.type())) {
                throw refusal;
            }
            throw new NotAuthorizedException(String.valueOf(refusal.getMessage()));
        }
    }
}
