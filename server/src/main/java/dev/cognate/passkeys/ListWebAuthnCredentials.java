package dev.cognate.passkeys;

import dev.cognate.directory.User;
import dev.cognate.tokens.ModelledAccess;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListWebAuthnCredentialsRequest;
import dev.cognate.wire.model.ListWebAuthnCredentialsResponse;
import dev.cognate.wire.model.Operations;
import java.util.List;

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
        String token = request.nextToken();
        String last = token == null ? "" : with.pageTokens().position(NAME, fingerprint(user), token);
        List<Passkey> rest =
                all.stream().filter(each -> position(each).compareTo(last) > 0).toList();
        Integer asked = request.maxResults();
        int size = asked == null || asked == 0 ? LARGEST_PAGE : asked;
        List<Passkey> page = rest.subList(0, Math.min(size, rest.size()));
        String next = page.size() < rest.size()
                ? with.pageTokens().issue(NAME, fingerprint(user), position(page.getLast()))
                : null;
        return new ListWebAuthnCredentialsResponse(
                page.stream().map(Passkey::shown).toList(), next);
    }

    private static String fingerprint(User user) {
        return user.pool() + "/" + user.sub();
    }

    /** Where a passkey stands in the list; milliseconds have 13 digits until the year 2286. */
    private static String position(Passkey passkey) {
        return passkey.created().toEpochMilli() + " " + passkey.id();
    }
}
