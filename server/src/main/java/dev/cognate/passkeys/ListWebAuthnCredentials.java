package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListWebAuthnCredentialsRequest;
import dev.cognate.wire.model.ListWebAuthnCredentialsResponse;
import dev.cognate.wire.model.Operations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the passkeys of the user who asks, oldest first, in pages of at most 20. Reference: auth 21.4. */
final class ListWebAuthnCredentials
        implements Operation<ListWebAuthnCredentialsRequest, ListWebAuthnCredentialsResponse> {
    private static final String NAME = "ListWebAuthnCredentials";
    private static final int LARGEST_PAGE = 20;

    private final Passkeys.Collaborators with;
    private final ModelledAccess access;

    ListWebAuthnCredentials(Passkeys.Collaborators with) {
        this.with = with;
        this.access = new ModelledAccess(with.accessTokens(), Operations.LIST_WEB_AUTHN_CREDENTIALS);
    }

    @Override
    public ListWebAuthnCredentialsResponse run(ListWebAuthnCredentialsRequest request, Call call) {
        User user = access.require(request.accessToken()).user();
        List<Passkey> all = with.store().read(tx -> PasskeysTable.of(tx, user.pool(), user.sub()));
        List<Passkey> rest = after(all, position(user, request.nextToken()));
        Integer asked = request.maxResults();
        int size = asked == null || asked == 0 ? LARGEST_PAGE : asked;
        List<Passkey> page = rest.subList(0, Math.min(size, rest.size()));
        String next = page.size() < rest.size()
                ? with.pageTokens().issue(NAME, fingerprint(user), page.getLast().id())
                : null;
        return new ListWebAuthnCredentialsResponse(
                page.stream().map(Passkey::shown).toList(), next);
    }

    private @Nullable String position(User user, @Nullable String token) {
        return token == null ? null : with.pageTokens().position(NAME, fingerprint(user), token);
    }

    private static String fingerprint(User user) {
        return user.pool() + "/" + user.sub();
    }

    /** The passkeys behind one; all of them when it was deleted meanwhile. */
    private static List<Passkey> after(List<Passkey> all, @Nullable String id) {
        int last = all.stream().map(Passkey::id).toList().indexOf(id);
        return all.subList(last + 1, all.size());
    }
}
