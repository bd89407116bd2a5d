package dev.cognate.mfa;

import java.util.List;

/** What comes after a correct first factor. Reference: auth 7, step 4. */
public sealed interface MfaDecision {

    /** Nothing: the user is signed in. */
    record Nothing() implements MfaDecision {}

    /** A code of this factor. */
    record Ask(MfaFactor factor) implements MfaDecision {}

    /**
     * The user chooses among these: SELECT_MFA_TYPE.
     *
     * @param factors at least two, in the order of {@code MFAS_CAN_CHOOSE}
     */
    record Choose(List<MfaFactor> factors) implements MfaDecision {
        /** Copies the list. */
        public Choose {
            factors = List.copyOf(factors);
        }
    }

    /**
     * The user needs a factor and sets one up first: MFA_SETUP.
     *
     * @param factors what the pool takes, in the order of {@code MFAS_CAN_SETUP}
     */
    record SetUp(List<MfaFactor> factors) implements MfaDecision {
        /** Copies the list. */
        public SetUp {
            factors = List.copyOf(factors);
        }
    }

    /** The user needs a factor, and there is none that it could set up: the sign-in is refused. */
    record Stuck() implements MfaDecision {}
}
