package dev.cognate.users;

import dev.cognate.clients.Client;
import dev.cognate.directory.Shown;
import dev.cognate.mfa.UserFactors;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AttributeType;
import dev.cognate.wire.model.GetUserRequest;
import dev.cognate.wire.model.GetUserResponse;
import java.util.List;
import java.util.Set;

/** Shows users to themselves: the attributes that their client may read. Reference: lifecycle E11. */
final class GetUser implements Operation<GetUserRequest, GetUserResponse> {
    private static final Set<String> ALWAYS = Set.of("sub", "identities");

    private final AccessTokens accessTokens;
    private final MfaOptions options;

    GetUser(AccessTokens accessTokens, MfaOptions options) {
        this.accessTokens = accessTokens;
        this.options = options;
    }

    @Override
    public GetUserResponse run(GetUserRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        UserFactors factors = options.factors(bearer.user());
        return GetUserResponse.builder()
                .username(bearer.user().username())
                .userAttributes(readable(bearer))
                .mfaOptions(MfaOptions.of(factors))
                .preferredMfaSetting(factors.preferredSetting())
                .userMfaSettingList(factors.settingList())
                .build();
    }

    /** The id comes first; it is never withheld, nor are the identities, which are in no client's list. */
    private static List<AttributeType> readable(Bearer bearer) {
        Client client = bearer.client();
        return Shown.attributes(bearer.user()).stream()
                .filter(attribute -> ALWAYS.contains(attribute.name()) || client.mayRead(attribute.name()))
                .toList();
    }
}
