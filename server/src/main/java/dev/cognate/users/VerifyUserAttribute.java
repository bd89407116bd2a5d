package dev.cognate.users;

import dev.cognate.codes.CodeCheck;
import dev.cognate.codes.CodeKey;
import dev.cognate.codes.Codes;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.verification.CodeFaults;
import dev.cognate.wire.Call;
import dev.cognate.wire.Fault;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.AliasExistsException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.VerifyUserAttributeRequest;
import dev.cognate.wire.model.VerifyUserAttributeResponse;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the e-mail address or phone number of the user who asks, by the code that was sent there. An address that
 * waited replaces the old one; where addresses are aliases it becomes one. Reference: lifecycle E7.
 */
final class VerifyUserAttribute implements Operation<VerifyUserAttributeRequest, VerifyUserAttributeResponse> {
    private final Store store;
    private final AccessTokens accessTokens;
    private final Users users;
    private final Codes codes;
    private final InstantSource clock;

    VerifyUserAttribute(UserOperations.Collaborators with) {
        this.store = with.store();
        this.accessTokens = with.tokens().accessTokens();
        this.users = with.users();
        this.codes = with.codes();
        this.clock = with.clock();
    }

    @Override
    public VerifyUserAttributeResponse run(VerifyUserAttributeRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        Address address = Address.of(request.attributeName());
        if (address == null) {
            throw new InvalidParameterException(Texts.NOT_AN_ADDRESS);
        }
        Pool pool = bearer.client().pool();
        // A refusal is returned, not thrown, by the transaction: the try that it counted must stay.
        Fault refusal = store.<@Nullable Fault>write(tx -> attempt(tx, pool, bearer.user(), address, request.code()));
        if (refusal != null) {
            throw refusal;
        }
        return new VerifyUserAttributeResponse();
    }

    private @Nullable Fault attempt(Tx tx, Pool pool, User seen, Address address, String code) {
        CodeKey key = codes.of(seen.pool(), seen.sub(), address.code());
        User user = users.reload(tx, seen);
        if (user == null) {
            return new UserNotFoundException(Texts.NO_USER);
        }
        if (!user.enabled()) {
            return new NotAuthorizedException(Texts.DISABLED);
        }
        if (!codes.countTry(tx, key)) {
            return CodeFaults.tooMany();
        }
        CodeCheck check = codes.check(tx, key, code);
        return check instanceof CodeCheck.Right ? redeem(tx, pool, user, address) : CodeFaults.of(check);
    }

    private @Nullable Fault redeem(Tx tx, Pool pool, User user, Address address) {
        Instant now = clock.instant();
        String waiting = PendingTable.find(tx, user.pool(), user.sub(), address);
        User verified = user.withAttribute(address.flag(), "true", now);
        if (waiting != null) {
            verified = verified.withAttribute(address.attribute(), waiting, now);
        }
        NameKind taken = users.rename(tx, pool, user, verified);
        if (taken != null) {
            return new AliasExistsException(Texts.taken(taken));
        }
        users.save(tx, user, verified);
        codes.consume(tx, codes.of(user.pool(), user.sub(), address.code()));
        if (waiting != null) {
            PendingTable.delete(tx, user.pool(), user.sub(), address);
            codes.revoke(tx, user.pool(), user.sub(), address.attribute());
        }
        return null;
    }
}
