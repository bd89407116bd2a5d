package dev.cognate.triggers;

/** What makes the PreSignUp trigger fire. Reference: lifecycle I5. */
public enum PreSignUpSource {
    /** SignUp, also from the managed login pages. */
    SIGN_UP("PreSignUp_SignUp"),
    /** AdminCreateUser. */
    ADMIN_CREATE_USER("PreSignUp_AdminCreateUser"),
    /** The first sign-in through another identity provider. */
    EXTERNAL_PROVIDER("PreSignUp_ExternalProvider");

    private final String wire;

    PreSignUpSource(String wire) {
        this.wire = wire;
    }

    /** The {@code triggerSource} of the event. */
    public String wire() {
        return wire;
    }
}
