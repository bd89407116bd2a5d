package dev.cognate.signin;

import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.UserStatus;
import dev.cognate.risk.Assessment;
import dev.cognate.risk.Notices;
import dev.cognate.risk.Protection;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.model.EventRiskType;
import dev.cognate.wire.model.RiskDecisionType;
import java.time.InstantSource;

/** Asks threat protection about sign-ins, and does what it says. Reference: auth 23. */
final class Guard {
    private static final EventRiskType COMPROMISED = new EventRiskType(RiskDecisionType.NO_RISK, null, true);
    private static final EventRiskType FROM_BLOCKED_ADDRESS = new EventRiskType(RiskDecisionType.BLOCK, null, false);
    private static final StatusChange.Step CAUSE = new StatusChange.CompromisedPasswordUsed();

    private final Store store;
    private final Users users;
    private final Protection protection;
    private final Notices notices;
    private final Attempts attempts;
    private final InstantSource clock;

    Guard(Ground ground, Attempts attempts) {
        Signin.Collaborators with = ground.with();
        this.store = with.store();
        this.users = with.users();
        this.protection = with.protection();
        this.notices = with.notices();
        this.attempts = attempts;
        this.clock = with.clock();
    }

    /**
     * Refuses whoever comes from an address that nobody may sign in from, before anything is looked at.
     *
     * @throws NotAuthorizedException the address is blocked
     */
    void requireOpen(Step step) {
        if (step.pool().threatProtection()
                && protection.refuses(step.client(), step.whereabouts().address())) {
            attempts.blocked(step, FROM_BLOCKED_ADDRESS);
            throw refused();
        }
    }

    /**
     * Refuses a right password that is compromised, and has the user set another one; a temporary one is replaced anyhow.
     *
     * @throws PasswordResetRequiredException it is, and that is blocked
     */
    void requireGoodPassword(Step step, User user, String password) {
        Protection.Verdict verdict = protection.passwordAtSignIn(step.client(), password);
        if (verdict == Protection.Verdict.GOOD) {
            return;
        }
        attempts.found(step, user, COMPROMISED);
        if (verdict == Protection.Verdict.BLOCKED && user.status() == UserStatus.CONFIRMED) {
            store.write(tx -> {
                User present = users.reload(tx, user);
                if (present != null
                        && present.status() == UserStatus.CONFIRMED
                        && KeptPassword.same(present.password(), user.password())) {
                    users.save(tx, present, present.after(CAUSE, clock.instant()));
                }
                return user;
            });
            throw new PasswordResetRequiredException(Texts.RESET_REQUIRED);
        }
    }

    /**
     * Judges a user who has proved the first factor.
     *
     * @param custom whether the pool's functions decide on the sign-in
     * @return what to do, and never to block
     * @throws NotAuthorizedException the sign-in is refused
     */
    Assessment judge(Step step, User user, boolean custom) {
        Assessment assessment = step.pool().threatProtection()
                ? protection.assess(step.client(), user, step.whereabouts(), custom)
                : Assessment.HARMLESS;
        if (assessment.risk().riskLevel() == null) {
            return assessment;
        }
        attempts.found(step, user, assessment.risk());
        if (assessment.measure() == Assessment.Measure.BLOCK) {
            tell(step, user, assessment, Notices.Kind.BLOCKED);
            throw refused();
        }
        return assessment;
    }

    /** Tells a user what came of an assessment, if anything was found and that is to be told. */
    void tell(Step step, User user, Assessment assessment, Notices.Kind kind) {
        if (assessment.tells()) {
            notices.send(step.client(), user, new Notices.Occurrence(step.id().value(), kind, step.whereabouts()));
        }
    }

    /** How a sign-in is refused. */
    static NotAuthorizedException refused() {
        return new NotAuthorizedException(Texts.SECURITY);
    }
}
