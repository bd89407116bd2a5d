package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** USER_AUTH: the user chooses by what to sign in. Reference: auth 4.5. */
final class UserAuth implements Flow {
    private final Entrance entrance;
    private final Choices choices;
    private final PlainPassword password;
    private final Continuation continuation;
    private final SigningUp signingUp;

    UserAuth(Ground ground, Entrance entrance, Choices choices, PlainPassword password, Continuation continuation) {
        this.entrance = entrance;
        this.choices = choices;
        this.password = password;
        this.continuation = continuation;
        this.signingUp = new SigningUp(ground);
    }

    @Override
    public List<String> required() {
        return List.of("USERNAME");
    }

    @Override
    public Answer begin(Step step) {
        if (step.pool().config().userPoolTier() == UserPoolTierType.LITE) {
            throw new FeatureUnavailableInTierException(Texts.TIER);
        }
        ChallengeNameType preferred = preferred(step);
        if (preferred == ChallengeNameType.PASSWORD && step.parameters().find("PASSWORD") != null) {
            return byPassword(step);
        }
        if (preferred == ChallengeNameType.PASSWORD_SRP) {
            step.parameters().require("SRP_A");
        }
        Claimant claimant = entrance.admitUnconfirmedOrConceal(step);
        List<ChallengeNameType> available = choices.of(step.pool(), claimant);
        User proved = signingUp.proved(step, claimant, available);
        if (proved != null) {
            return continuation.after(step, new Proven(proved, Proven.Proof.CODE, Session.Carried.NOTHING));
        }
        if (available.isEmpty()) {
            throw isUnconfirmed(claimant) ? Choices.unconfirmed() : Choices.none();
        }
        return preferred != null && available.contains(preferred)
                ? choices.begin(step, claimant, preferred, available)
                : choices.letChoose(step, claimant, available);
    }

    private static @Nullable ChallengeNameType preferred(Step step) {
        String name = step.parameters().find("PREFERRED_CHALLENGE");
        return name == null ? null : ChallengeNameType.of(name);
    }

    private Answer byPassword(Step step) {
        Claimant claimant = entrance.admit(step);
        User user = password.requireOrMigrate(step, claimant, step.parameters().require("PASSWORD"));
        return continuation.after(step, Proven.byPassword(user, Session.Carried.NOTHING));
    }

    private static boolean isUnconfirmed(Claimant claimant) {
        return claimant instanceof Claimant.Known(User user) && user.status() == UserStatus.UNCONFIRMED;
    }
}
