package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.model.ClientAuthenticationResultType;
import dev.cognate.wire.model.GetClientTokenRequest;
import dev.cognate.wire.model.GetClientTokenResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a client a token of its own, for its secret and no user. Reference: auth 26. */
final class GetClientToken implements Operation<GetClientTokenRequest, GetClientTokenResponse> {
    private final Clients clients;
    private final ClientTokens tokens;

    GetClientToken(Tokens.Collaborators with, ClientTokens tokens) {
        this.clients = with.clients();
        this.tokens = tokens;
    }

    @Override
    public GetClientTokenResponse run(GetClientTokenRequest request, Call call) {
        Client client = clients.require(new ClientId(request.clientId()));
        if (!client.getsTokensOfItsOwn()) {
            throw new InvalidParameterException(Texts.CLIENT_TOKENS_OFF);
        }
        if (!client.hasSecret(request.secret())) {
            throw new NotAuthorizedException(Texts.INVALID_CLIENT);
        }
        AccessToken token = issue(client, scopes(client, request.scopes()), request, call);
        return new GetClientTokenResponse(new ClientAuthenticationResultType(
                token.text(), (int) token.validity().toSeconds(), "Bearer"));
    }

    /** All that the client has when it names none. */
    private static List<String> scopes(Client client, @Nullable List<String> asked) {
        if (asked == null || asked.isEmpty()) {
            return client.ownScopes();
        }
        for (String scope : asked) {
            if (!client.ownScopes().contains(scope)) {
                throw new InvalidParameterException(Texts.scopeInvalid(scope));
            }
        }
        return asked.stream().distinct().toList();
    }

    /** This operation has no faults of functions: one that refuses withholds the token, one that fails is told of. */
    private AccessToken issue(Client client, List<String> scopes, GetClientTokenRequest request, Call call) {
        try {
            return tokens.issue(client, scopes, request.clientMetadata(), call);
        } catch (UserLambdaValidationException refused) {
            throw new NotAuthorizedException(said(refused));
        } catch (UnexpectedLambdaException | InvalidLambdaResponseException failed) {
            throw new InvalidParameterException(said(failed));
        }
    }

    private static String said(Fault fault) {
        return Objects.requireNonNullElse(fault.getMessage(), "");
    }
}
