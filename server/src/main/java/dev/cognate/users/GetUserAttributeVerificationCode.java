package dev.cognate.users;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.messaging.Destination;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Occasion;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.verification.CodeSender;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.TooManyRequestsException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.GetUserAttributeVerificationCodeRequest;
import dev.cognate.wire.model.GetUserAttributeVerificationCodeResponse;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code that verifies the e-mail address or phone number of the user who asks; to a new one that waits, if one
 * does. Reference: lifecycle E6.
 */
final class GetUserAttributeVerificationCode
        implements Operation<GetUserAttributeVerificationCodeRequest, GetUserAttributeVerificationCodeResponse> {
    private final Store store;
    private final AccessTokens accessTokens;
    private final Users users;
    private final CodeSender sender;
    private final MaskStyle style;

    GetUserAttributeVerificationCode(UserOperations.Collaborators with) {
        this.store = with.store();
        this.accessTokens = with.tokens().accessTokens();
        this.users = with.users();
        this.sender = with.sender();
        this.style = with.style();
    }

    @Override
    public GetUserAttributeVerificationCodeResponse run(GetUserAttributeVerificationCodeRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        Address address = Address.of(request.attributeName());
        if (address == null) {
            throw new InvalidParameterException(Texts.NOT_AN_ADDRESS);
        }
        String value = store.<@Nullable String>read(tx -> present(tx, bearer.user(), address));
        if (value == null) {
            throw new InvalidParameterException(Texts.noValue(address));
        }
        Destination destination = address.destination(value);
        CodeSender.Extra unchanged = tx -> requireUnchanged(tx, bearer.user(), address, value);
        CodeSender.Asked asked = CodeSender.Asked.through(
                bearer.client(),
                Occasion.VERIFY_USER_ATTRIBUTE,
                address.code(),
                call,
                request.clientMetadata(),
                unchanged);
        sender.sendCounted(asked, bearer.user(), destination);
        return new GetUserAttributeVerificationCodeResponse(destination.masked(style));
    }

    /** The address that a code would verify: the one that waits, else the user's. */
    private @Nullable String present(Tx tx, User seen, Address address) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        String waiting = PendingTable.find(tx, user.pool(), user.sub(), address);
        return waiting == null ? user.attribute(address.attribute()) : waiting;
    }

    /** A code that goes to one address must never become the live one for another. */
    private void requireUnchanged(Tx tx, User user, Address address, String value) {
        if (!value.equals(present(tx, user, address))) {
            throw new TooManyRequestsException(Texts.BUSY);
        }
    }
}
