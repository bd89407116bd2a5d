package dev.cognate.messaging;

/** The reason for a message. Reference: lifecycle D3. */
public enum Occasion {
    /** SignUp. */
    SIGN_UP("CustomMessage_SignUp", true),
    /** ResendConfirmationCode. */
    RESEND_CODE("CustomMessage_ResendCode", true),
    /** ForgotPassword and AdminResetUserPassword. */
    FORGOT_PASSWORD("CustomMessage_ForgotPassword", false),
    /** UpdateUserAttributes and AdminUpdateUserAttributes. */
    UPDATE_USER_ATTRIBUTE("CustomMessage_UpdateUserAttribute", false),
    /** GetUserAttributeVerificationCode. */
    VERIFY_USER_ATTRIBUTE("CustomMessage_VerifyUserAttribute", false),
    /** AdminCreateUser: an invitation, with the username and a temporary password for a code. */
    ADMIN_CREATE_USER("CustomMessage_AdminCreateUser", false),
    /** A code of multi-factor authentication, or for a sign-in without a password. */
    AUTHENTICATION("CustomMessage_Authentication", false);

    private final String triggerSource;
    private final boolean mayLink;

    Occasion(String triggerSource, boolean mayLink) {
        this.triggerSource = triggerSource;
        this.mayLink = mayLink;
    }

    /** The name of the occasion in events of the CustomMessage trigger. */
    public String triggerSource() {
        return triggerSource;
    }

    /** Whether an email may hold a link in place of the code, where the pool wants that. */
    public boolean mayLink() {
        return mayLink;
    }
}
