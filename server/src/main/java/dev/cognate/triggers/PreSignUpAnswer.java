package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;

/**
 * What the PreSignUp function decided; all false when there is no function. Whether the user has the attribute that is
 * to count as verified is for the room to check. Reference: lifecycle I5, E1.
 *
 * @param autoConfirmUser the user is confirmed at once
 * @param autoVerifyEmail the email address counts as verified
 * @param autoVerifyPhone the phone number counts as verified
 */
public record PreSignUpAnswer(boolean autoConfirmUser, boolean autoVerifyEmail, boolean autoVerifyPhone) {

    /** The answer that changes nothing. */
    public static final PreSignUpAnswer NOTHING = new PreSignUpAnswer(false, false, false);

    static PreSignUpAnswer read(JsonInput in, Path at, Violations violations) {
        Boolean confirm = null;
        Boolean email = null;
        Boolean phone = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "autoConfirmUser" -> confirm = in.bool();
                case "autoVerifyEmail" -> email = in.bool();
                case "autoVerifyPhone" -> phone = in.bool();
                default -> in.skip();
            }
        }
        return new PreSignUpAnswer(
                Boolean.TRUE.equals(confirm), Boolean.TRUE.equals(email), Boolean.TRUE.equals(phone));
    }
}
