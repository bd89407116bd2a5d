package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the CreateAuthChallenge function asks. Does not print the private half. Reference: auth 24.3.
 *
 * @param publicParameters for the client
 * @param privateParameters for the function that verifies the answer, never for the client
 * @param metadata what the challenge is called among those so far, null for nothing
 */
public record CreateAuthChallengeAnswer(
        Map<String, String> publicParameters,
        Map<String, String> privateParameters,
        @Nullable String metadata) {

    /** Copies the maps. */
    public CreateAuthChallengeAnswer {
        publicParameters = Collections.unmodifiableMap(new LinkedHashMap<>(publicParameters));
        privateParameters = Collections.unmodifiableMap(new LinkedHashMap<>(privateParameters));
    }

    static CreateAuthChallengeAnswer read(JsonInput in, Path at, Violations violations) {
        Map<String, String> forClient = null;
        Map<String, String> forFunction = null;
        String metadata = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "publicChallengeParameters" -> forClient = in.stringMap();
                case "privateChallengeParameters" -> forFunction = in.stringMap();
                case "challengeMetadata" -> metadata = in.string();
                default -> in.skip();
            }
        }
        return new CreateAuthChallengeAnswer(
                forClient == null ? Map.of() : forClient, forFunction == null ? Map.of() : forFunction, metadata);
    }

    @Override
    public String toString() {
        return "CreateAuthChallengeAnswer[" + metadata + " ***]";
    }
}
