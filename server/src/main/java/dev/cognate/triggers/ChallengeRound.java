package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One challenge of a sign-in that the pool's functions decide on, and its outcome. Reference: auth 24.3.
 *
 * @param challengeName such as {@code CUSTOM_CHALLENGE}, {@code SRP_A} or {@code PASSWORD_VERIFIER}
 * @param challengeResult whether it was answered rightly
 * @param challengeMetadata what the CreateAuthChallenge function called it; null for the service's own challenges
 */
public record ChallengeRound(
        String challengeName,
        boolean challengeResult,
        @Nullable String challengeMetadata) implements Shape {

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("challengeName", challengeName);
        out.member("challengeResult", (Boolean) challengeResult);
        if (challengeMetadata == null) {
            out.nullMember("challengeMetadata");
        } else {
            out.member("challengeMetadata", challengeMetadata);
        }
        out.endObject();
    }

    /** Reads what {@link #write} wrote. */
    public static ChallengeRound read(JsonInput in, Path at, Violations violations) {
        String challengeName = null;
        Boolean result = null;
        String metadata = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "challengeName" -> challengeName = in.string();
                case "challengeResult" -> result = in.bool();
                case "challengeMetadata" -> metadata = in.string();
                default -> in.skip();
            }
        }
        return new ChallengeRound(Objects.requireNonNull(challengeName), Boolean.TRUE.equals(result), metadata);
    }
}
