package dev.cognate.signin;

import dev.cognate.tokens.AuthenticationResult;
import dev.cognate.wire.model.AuthenticationResultType;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.NewDeviceMetadataType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a step of a sign-in comes to, in the shape that all four operations answer with. */
sealed interface Answer {

    /**
     * Something more has to be proved.
     *
     * @param session to be sent along with what proves it, null where nothing has to be
     * @param available what the user may choose from, empty where there is no choice
     */
    record Challenge(
            ChallengeNameType name,
            @Nullable String session,
            Map<String, String> parameters,
            List<ChallengeNameType> available)
            implements Answer {

        /** Copies the collections. */
        public Challenge {
            parameters = Map.copyOf(parameters);
            available = List.copyOf(available);
        }

        /** Without a choice. */
        public Challenge(ChallengeNameType name, @Nullable String session, Map<String, String> parameters) {
            this(name, session, parameters, List.of());
        }

        /** The session and the parameters are left out. */
        @Override
        public String toString() {
            return "Challenge[" + name + "]";
        }
    }

    /**
     * All is proved.
     *
     * @param device what the client may confirm as a device, null for nothing
     */
    record SignedIn(AuthenticationResult tokens, @Nullable NewDeviceMetadataType device) implements Answer {
        private AuthenticationResultType shown() {
            AuthenticationResultType shown = tokens.shown();
            return device == null
                    ? shown
                    : shown.toBuilder().newDeviceMetadata(device).build();
        }
    }

    /** A constructor of an operation's response. */
    @FunctionalInterface
    interface Shape<R> {
        R of(
                @Nullable ChallengeNameType challenge,
                @Nullable String session,
                Map<String, String> parameters,
                @Nullable AuthenticationResultType result,
                @Nullable List<ChallengeNameType> available);
    }

    /** This as the response of an operation; {@code ChallengeParameters} are there even when empty (auth 1). */
    default <R> R as(Shape<R> shape) {
        return switch (this) {
            case Challenge(var name, var session, var parameters, var available) ->
                shape.of(name, session, parameters, null, available.isEmpty() ? null : available);
            case SignedIn signedIn -> shape.of(null, null, Map.of(), signedIn.shown(), null);
        };
    }
}
