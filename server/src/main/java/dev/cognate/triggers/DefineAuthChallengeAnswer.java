package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import org.jspecify.annotations.Nullable;

/**
 * What the DefineAuthChallenge function decided; the first that is true counts. Reference: auth 4.3, 24.3.
 *
 * @param failAuthentication whether the sign-in is refused
 * @param issueTokens whether the user is signed in
 * @param challengeName the next challenge, null for none
 */
public record DefineAuthChallengeAnswer(
        boolean failAuthentication,
        boolean issueTokens,
        @Nullable String challengeName) {

    static DefineAuthChallengeAnswer read(JsonInput in, Path at, Violations violations) {
        Boolean fail = null;
        Boolean issue = null;
        String challengeName = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "failAuthentication" -> fail = in.bool();
                case "issueTokens" -> issue = in.bool();
                case "challengeName" -> challengeName = in.string();
                default -> in.skip();
            }
        }
        return new DefineAuthChallengeAnswer(Boolean.TRUE.equals(fail), Boolean.TRUE.equals(issue), challengeName);
    }
}
