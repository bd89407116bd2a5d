package dev.cognate.triggers;

/** What makes the PostConfirmation trigger fire. Reference: lifecycle I6. */
public enum PostConfirmationSource {
    /** ConfirmSignUp, the confirmation link, AdminConfirmSignUp, and a SignUp that PreSignUp confirmed at once. */
    CONFIRM_SIGN_UP("PostConfirmation_ConfirmSignUp"),
    /** ConfirmForgotPassword. */
    CONFIRM_FORGOT_PASSWORD("PostConfirmation_ConfirmForgotPassword");

    private final String wire;

    PostConfirmationSource(String wire) {
        this.wire = wire;
    }

    /** The {@code triggerSource} of the event. */
    public String wire() {
        return wire;
    }
}
