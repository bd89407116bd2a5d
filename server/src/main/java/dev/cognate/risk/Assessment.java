package dev.cognate.risk;

import dev.cognate.wire.model.AccountTakeoverActionType;
import dev.cognate.wire.model.EventRiskType;
import dev.cognate.wire.model.RiskDecisionType;
import dev.cognate.wire.model.RiskLevelType;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in looks like, and what to do about it. Reference: auth 23.
 *
 * @param risk what is shown of it
 * @param measure what to do
 * @param tells whether the user is to be told
 */
public record Assessment(EventRiskType risk, Measure measure, boolean tells) {
    /** Nothing was found, or nobody asked. */
    public static final Assessment HARMLESS = new Assessment(UserEvents.Outcome.NO_RISK, Measure.PASS, false);

    /** What to do. */
    public enum Measure {
        /** Nothing. */
        PASS,
        /** The user is asked for a second factor if there is one, switched on or not. */
        ASK_IF_POSSIBLE,
        /** The same, and whoever has none is refused. */
        ASK,
        /** The sign-in is refused. */
        BLOCK
    }

    /**
     * The assessment of a risk.
     *
     * @param level how great it is, null for none
     * @param action what is configured for it, null for nothing
     * @param enforced whether the pool does more than watch
     */
    static Assessment of(@Nullable RiskLevelType level, @Nullable AccountTakeoverActionType action, boolean enforced) {
        if (level == null) {
            return HARMLESS;
        }
        Measure measure = action == null || !enforced ? Measure.PASS : measure(action);
        RiskDecisionType decision =
                measure == Measure.BLOCK ? RiskDecisionType.BLOCK : RiskDecisionType.ACCOUNT_TAKEOVER;
        return new Assessment(
                new EventRiskType(decision, level, false),
                measure,
                action != null && enforced && Boolean.TRUE.equals(action.notify_()));
    }

    private static Measure measure(AccountTakeoverActionType action) {
        return switch (action.eventAction()) {
            case BLOCK -> Measure.BLOCK;
            case MFA_IF_CONFIGURED -> Measure.ASK_IF_POSSIBLE;
            case MFA_REQUIRED -> Measure.ASK;
            case NO_ACTION -> Measure.PASS;
        };
    }
}
