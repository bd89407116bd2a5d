package dev.cognate.signin;

import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Grant;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.NewDeviceMetadataType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The end of every sign-in: the pool's functions are asked, PostAuthentication first; then the sign-in is stored, if
 * everything still is as it was proved; then its tokens are signed. Reference: auth 7 steps 5 to 7.
 */
final class Completion {
    private final Users users;
    private final Demands demands;
    private final Triggers triggers;
    private final Tokens tokens;
    private final Attempts attempts;
    private final Devices devices;
    private final InstantSource clock;
    private final Standing standing;
    private final Lockout lockout;
    private final Sessions sessions;

    Completion(Ground ground, Attempts attempts, Demands demands) {
        Signin.Collaborators with = ground.with();
        this.users = with.users();
        this.demands = demands;
        this.triggers = with.triggers();
        this.tokens = with.tokens();
        this.attempts = attempts;
        this.devices = with.factors().devices();
        this.clock = with.clock();
        this.standing = ground.standing();
        this.lockout = ground.lockout();
        this.sessions = ground.sessions();
    }

    /**
     * Signs a user in who has proved everything.
     *
     * @throws Fault a function refuses, or the user may not sign in any more
     */
    Answer signIn(Step step, Proven proven) {
        return signIn(step, proven, null);
    }

    /**
     * The same, where the last answer is settled with the sign-in.
     *
     * @param answered the session that it uses up, null for none
     */
    Answer signIn(Step step, Proven proven, @Nullable Session answered) {
        User user = proven.user();
        NewDeviceMetadataType device = newDevice(step, proven);
        triggers.postAuthentication(
                step.functions(),
                step.origin(user.username()),
                user.eventAttributes(step.pool()),
                device != null,
                step.clientMetadata());
        String deviceKey = device == null ? proven.carried().device() : device.deviceKey();
        Grant grant = new Grant(
                step.client(),
                user,
                new Grant.Proof(step.id(), clock.instant(), deviceKey),
                new Grant.Occasion(source(proven), step.clientMetadata(), step.call()));
        return new Answer.SignedIn(tokens.issue(grant, tx -> admit(tx, step, proven, answered)), device);
    }

    /** A device to confirm, for a client that named none; not for an administrator's beginning, which has no device. */
    private @Nullable NewDeviceMetadataType newDevice(Step step, Proven proven) {
        return proven.carried().device() != null || step.place() == Step.Place.BEGUN_BY_ADMINISTRATOR
                ? null
                : devices.newDevice(step.pool(), proven.user());
    }

    private static TokenGenerationSource source(Proven proven) {
        if (proven.proof() == Proven.Proof.DEVICE) {
            return TokenGenerationSource.AUTHENTICATE_DEVICE;
        }
        return proven.carried().replaced()
                ? TokenGenerationSource.NEW_PASSWORD_CHALLENGE
                : TokenGenerationSource.AUTHENTICATION;
    }

    /** The functions may have taken seconds, in which the user may have been changed, disabled, deleted or locked. */
    private User admit(Tx tx, Step step, Proven proven, @Nullable Session answered) {
        User user = users.reload(tx, proven.user());
        if (user == null) {
            throw gone(step);
        }
        Fault refusal = refusal(tx, step.pool(), new Proven(user, proven.proof(), proven.carried()));
        if (refusal != null) {
            throw refusal;
        }
        if (answered != null) {
            sessions.use(tx, answered);
        }
        lockout.clear(tx, user.pool(), user.sub());
        attempts.passed(tx, step, user, proven.proof());
        noteDevice(tx, step, user, proven.carried().device());
        return user;
    }

    private void noteDevice(Tx tx, Step step, User user, @Nullable String key) {
        if (key != null) {
            devices.authenticated(tx, devices.require(tx, user, key), step.call());
        }
    }

    private static Fault gone(Step step) {
        return step.client().concealsUsers() ? new NotAuthorizedException(Texts.INCORRECT) : Entrance.noSuchUser();
    }

    private @Nullable Fault refusal(Tx tx, Pool pool, Proven proven) {
        User user = proven.user();
        // Others than a password were settled when they were found right.
        if (proven.proof() == Proven.Proof.PASSWORD && lockout.isLocked(tx, user.pool(), user.sub())) {
            return Lockout.locked();
        }
        if (!proven.carried().isStillOf(user)) {
            return new NotAuthorizedException(Texts.INCORRECT);
        }
        Fault refusal = standing.refusal(tx, user);
        return refusal == null && !isEnough(tx, pool, proven)
                ? new NotAuthorizedException(Texts.INVALID_SESSION)
                : refusal;
    }

    /** A second factor may have been switched on, or another one. */
    private boolean isEnough(Tx tx, Pool pool, Proven proven) {
        MfaDecision present = demands.usual(tx, pool, proven);
        return NextStep.after(proven, present, null) instanceof NextStep.GiveTokens;
    }
}
