package dev.cognate.risk;

import dev.cognate.wire.model.AuthEventType;
import dev.cognate.wire.model.EventContextDataType;
import dev.cognate.wire.model.EventResponseType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.RiskLevelType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How unusual the place is that a user signs in from. A user who has signed in before is known by its addresses and its
 * devices: one of them new is a low risk, both new a medium one, and both new after five failures within the last hour a
 * high one. There is nothing to compare a first sign-in with; where strangers have put so many events before the user's own
 * that these are not found, every place is new.
 */
final class Familiarity {
    private static final int FAILURES = 5;
    private static final Duration RECENT = Duration.ofHours(1);

    private Familiarity() {}

    /**
     * The risk.
     *
     * @param known the user's newest events
     * @return null for none
     */
    static @Nullable RiskLevelType risk(List<AuthEventType> known, UserEvents.Place place, Instant now) {
        List<EventContextDataType> passed = known.stream()
                .filter(Familiarity::isPassedSignIn)
                .map(AuthEventType::eventContextData)
                .filter(context -> context != null)
                .toList();
        boolean isFirst = passed.isEmpty() && known.size() < UserEvents.MOST_LOOKED_AT;
        boolean sameAddress = isFirst || has(passed, EventContextDataType::ipAddress, place.address());
        boolean sameDevice = isFirst || has(passed, EventContextDataType::deviceName, place.device());
        if (sameAddress && sameDevice) {
            return null;
        }
        if (sameAddress || sameDevice) {
            return RiskLevelType.LOW;
        }
        return hasManyFailures(known, now) ? RiskLevelType.HIGH : RiskLevelType.MEDIUM;
    }

    /** Whether five sign-ins failed within the last hour. */
    static boolean hasManyFailures(List<AuthEventType> known, Instant now) {
        return known.stream()
                        .filter(event -> is(event, EventResponseType.FAIL))
                        .filter(event -> event.creationDate() != null
                                && event.creationDate().isAfter(now.minus(RECENT)))
                        .count()
                >= FAILURES;
    }

    static boolean isPassedSignIn(AuthEventType event) {
        return is(event, EventResponseType.PASS);
    }

    private static boolean is(AuthEventType event, EventResponseType response) {
        return event.eventType() == EventType.SIGN_IN && event.eventResponse() == response;
    }

    private static boolean has(
            List<EventContextDataType> contexts, Function<EventContextDataType, @Nullable String> part, String value) {
        return contexts.stream().anyMatch(context -> value.equals(part.apply(context)));
    }
}
