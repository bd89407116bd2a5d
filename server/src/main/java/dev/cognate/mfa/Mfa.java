package dev.cognate.mfa;

import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Handler;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolMfaType;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The door to second factors. Safe for use by many threads. */
public final class Mfa {
    private final Collaborators with;
    private final SoftwareTokens softwareTokens;

    /** Makes the room from what it works with. */
    public Mfa(Collaborators with) {
        this.with = with;
        this.softwareTokens = new SoftwareTokens(with.keys, with.random, with.clock);
    }

    /** What this room works with. */
    public record Collaborators(
            Store store,
            KeyRing keys,
            SecureRandom random,
            InstantSource clock,
            Pools pools,
            Users users,
            AccessTokens accessTokens,
            Passkeys passkeys) {}

    /**
     * The operations of this room.
     *
     * @param signIns the sign-ins under way, on which a user may set up an authenticator app
     */
    public List<Handler<?, ?>> operations(HalfDoneSignIns signIns) {
        AccessTokens accessTokens = with.accessTokens;
        NamedUser named = new NamedUser(with.pools, with.users);
        Preferences preferences = new Preferences(this, with);
        AuthFactors authFactors = new AuthFactors(with.passkeys);
        return List.of(
                Operations.SET_USER_POOL_MFA_CONFIG.by(new SetUserPoolMfaConfig(with.pools)),
                Operations.GET_USER_POOL_MFA_CONFIG.by(new GetUserPoolMfaConfig(with.pools)),
                Operations.SET_USER_MFA_PREFERENCE.by(new SetUserMFAPreference(accessTokens, preferences)),
                Operations.ADMIN_SET_USER_MFA_PREFERENCE.by(new AdminSetUserMFAPreference(named, preferences)),
                Operations.ASSOCIATE_SOFTWARE_TOKEN.by(new AssociateSoftwareToken(
                        with.store, softwareTokens, setUp(signIns, Operations.ASSOCIATE_SOFTWARE_TOKEN))),
                Operations.VERIFY_SOFTWARE_TOKEN.by(new VerifySoftwareToken(
                        this, with, softwareTokens, setUp(signIns, Operations.VERIFY_SOFTWARE_TOKEN))),
                Operations.ADMIN_DELETE_SOFTWARE_TOKEN.by(new AdminDeleteSoftwareToken(this, with, named)),
                Operations.GET_USER_AUTH_FACTORS.by(new GetUserAuthFactors(accessTokens, this, authFactors)),
                Operations.ADMIN_GET_USER_AUTH_FACTORS.by(new AdminGetUserAuthFactors(named, this, authFactors)));
    }

    private SoftwareTokenSetUp setUp(HalfDoneSignIns signIns, OperationModel<?, ?> model) {
        return new SoftwareTokenSetUp(this, with, signIns, model);
    }

    /** What a user decided about second factors, as this transaction sees it. */
    public UserFactors factors(Tx tx, User user) {
        SoftwareToken token = SoftwareTokensTable.find(tx, user.pool(), user.sub());
        return SettingsTable.find(
                tx, user.pool(), user.sub(), token == null ? UserFactors.Token.NONE : token.standing());
    }

    /** The same, outside a transaction. */
    public UserFactors factors(User user) {
        return with.store.read(tx -> factors(tx, user));
    }

    /** What comes after a correct first factor, unless it is a passkey. Reference: auth 7, step 4. */
    public MfaDecision decide(Tx tx, Pool pool, User user) {
        return pool.mfa() == UserPoolMfaType.OFF
                ? new MfaDecision.Nothing()
                : MfaRules.decide(pool, user, factors(tx, user));
    }

    /** The same, outside a transaction. */
    public MfaDecision decide(Pool pool, User user) {
        return with.store.read(tx -> decide(tx, pool, user));
    }

    /**
     * A factor that the user has, switched on or not, for a sign-in that looks dangerous: nothing where there is none, or
     * where the pool's MFA is off. Reference: auth 23.
     */
    public MfaDecision whateverThereIs(Pool pool, User user) {
        UserFactors factors = factors(user);
        return MfaRules.any(pool, user, factors);
    }

    /** What comes after a passkey: nothing where user and pool take it for both factors. Reference: auth 4.5. */
    public MfaDecision decideAfterPasskey(Tx tx, Pool pool, User user) {
        boolean standsForBoth =
                Passkeys.areBothFactors(pool) && factors(tx, user).passkey();
        return standsForBoth ? new MfaDecision.Nothing() : decide(tx, pool, user);
    }

    /** The same, outside a transaction. */
    public MfaDecision decideAfterPasskey(Pool pool, User user) {
        return with.store.read(tx -> decideAfterPasskey(tx, pool, user));
    }

    /**
     * Takes a code of the user's authenticator app, in the caller's transaction: a right one is used up with it. Counting
     * wrong ones is the caller's, and so is asking whether the pool takes such codes at all.
     *
     * @param code whatever the client sent
     */
    public TotpCheck check(Tx tx, User user, String code) {
        return softwareTokens.check(tx, user, code);
    }

    /** What the user calls the authenticator app ({@code FRIENDLY_DEVICE_NAME}), null for nothing. */
    public @Nullable String softwareTokenName(Tx tx, User user) {
        SoftwareToken token = SoftwareTokensTable.find(tx, user.pool(), user.sub());
        return token == null || token.verified() == null ? null : token.name();
    }

    /**
     * The media at which the user gets codes of factors that are switched on, in so far as the pool takes them: who
     * controls one must not set another password by it. Reference: lifecycle E4.
     */
    public Set<DeliveryMediumType> media(Tx tx, Pool pool, User user) {
        if (pool.mfa() == UserPoolMfaType.OFF) { // It takes none; and looking would show that there is a user.
            return Set.of();
        }
        Set<DeliveryMediumType> media = EnumSet.noneOf(DeliveryMediumType.class);
        for (MfaFactor factor : factors(tx, user).chosen()) {
            DeliveryMediumType medium = factor.medium();
            if (medium != null && factor.isOf(pool)) {
                media.add(medium);
            }
        }
        return media;
    }

    /** The same, outside a transaction. */
    public Set<DeliveryMediumType> media(Pool pool, User user) {
        return pool.mfa() == UserPoolMfaType.OFF ? Set.of() : with.store.read(tx -> media(tx, pool, user));
    }

    /** Switches codes by SMS on for users who were added in this transaction. */
    public static void beginWithSms(Tx tx, PoolId pool, List<Sub> subs) {
        SettingsTable.insertWithSms(tx, pool, subs);
    }

    /** Switches codes by SMS on or off, as SetUserSettings does, which shows it as well. */
    public void keepSmsOption(Tx tx, User user, boolean on) {
        save(tx, user, factors(tx, user).with(MfaFactor.SMS_MFA, on).withSmsOption(on));
    }

    static void save(Tx tx, User user, UserFactors factors) {
        SettingsTable.put(tx, user.pool(), user.sub(), factors);
    }

    /** Forgets the factors of a user who is deleted. */
    public static void forget(Tx tx, PoolId pool, Sub sub) {
        SettingsTable.delete(tx, pool, sub);
        SoftwareTokensTable.delete(tx, pool, sub);
    }
}
