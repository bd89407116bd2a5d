package dev.cognate.signin;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.triggers.ChallengeRound;
import dev.cognate.triggers.CreateAuthChallengeAnswer;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that the pool's functions decide on, between two requests. What they keep to themselves has no place, and no
 * room, in a session; so it lies in the store, sealed. Reference: auth 4.3, 24.3.
 *
 * @param pool the pool
 * @param sub the user, or the id of a name without one
 * @param id a UUID
 * @param rounds the challenges so far
 * @param privateParameters of the challenge that is open
 * @param metadata what the open challenge is called, null for nothing
 */
record Conversation(
        PoolId pool,
        Sub sub,
        String id,
        List<ChallengeRound> rounds,
        Map<String, String> privateParameters,
        @Nullable String metadata)
        implements Shape {
    private static final Set<String> SECOND_FACTORS =
            Set.of("SMS_MFA", "EMAIL_OTP", "SOFTWARE_TOKEN_MFA", "DEVICE_PASSWORD_VERIFIER");

    /** Copies the collections. */
    Conversation {
        rounds = List.copyOf(rounds);
        privateParameters = Map.copyOf(privateParameters);
    }

    /** Whether a second factor, or a device in its place, was proved between the functions' challenges. */
    boolean hasSecondFactor() {
        return rounds.stream().anyMatch(round -> SECOND_FACTORS.contains(round.challengeName()));
    }

    /** With one more challenge behind it. */
    Conversation after(ChallengeRound round) {
        List<ChallengeRound> more = new ArrayList<>(rounds);
        more.add(round);
        return new Conversation(pool, sub, id, more, Map.of(), null);
    }

    /** With another open challenge. */
    Conversation asking(CreateAuthChallengeAnswer challenge) {
        return new Conversation(pool, sub, id, rounds, challenge.privateParameters(), challenge.metadata());
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("rounds", rounds);
        out.member("private", privateParameters);
        out.member("metadata", metadata);
        out.endObject();
    }

    /** What {@link #write} wrote. */
    record Said(
            List<ChallengeRound> rounds,
            Map<String, String> privateParameters,
            @Nullable String metadata) {
        static Said read(JsonInput in, Path at, Violations violations) {
            List<ChallengeRound> rounds = null;
            Map<String, String> parameters = null;
            String metadata = null;
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                switch (name) {
                    case "rounds" -> rounds = in.list(at.member(name), violations, ChallengeRound::read);
                    case "private" -> parameters = in.stringMap();
                    case "metadata" -> metadata = in.string();
                    default -> in.skip();
                }
            }
            return new Said(Objects.requireNonNull(rounds), Objects.requireNonNull(parameters), metadata);
        }
    }

    /** Leaves out what was said. */
    @Override
    public String toString() {
        return "Conversation[" + id + "]";
    }
}
