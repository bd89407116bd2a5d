package dev.cognate.messaging;

/**
 * The sentences of this room: the messages of pools that have no template of their own (lifecycle D2), and what clients
 * read when a message cannot be sent (lifecycle A4, I3).
 */
final class Texts {
    static final String CODE_SUBJECT = "Your verification code";
    static final String CODE_EMAIL = "Your confirmation code is {####}";
    static final String RESET_EMAIL = "Your password reset code is {####}";
    static final String CODE_SMS = "Your verification code is {####}. ";
    static final String LINK_SUBJECT = "Your verification link";
    static final String LINK_EMAIL =
            "Please click the link below to verify your email address. {##Verify Your Email##}";
    static final String INVITATION_SUBJECT = "Your temporary password";
    static final String INVITATION = "Your username is {username} and temporary password is {####}. ";
    static final String AUTHENTICATION_SUBJECT = "Your authentication code";
    static final String AUTHENTICATION = "Your authentication code is {####}. ";

    static final String BAD_EMAIL = "Invalid email provided/Unable to send the email";
    static final String BAD_PHONE = "Invalid phone number provided/Unable to send the message.";
    static final String NO_SMS_CONFIGURATION =
            BAD_PHONE + " User pool does not have SMS configuration to send messages.";
    static final String NO_ORIGINATION = BAD_PHONE + " There is no origination identity to send messages with.";
    static final String SMS_ACCESS = "Role does not have permission to publish with SNS";
    static final String SMS_TRUST = "Role does not have a trust relationship allowing Cognito to assume the role";
    static final String EMAIL_ACCESS = "Role does not have permission to send email with Amazon SES";
    static final String DAILY_LIMIT =
            "Exceeded daily email limit for the operation or the account. If a higher limit is"
                    + " required, please configure your user pool to use your own Amazon SES configuration for sending email.";

    static final String EMPTY_MESSAGE = "The message is empty.";
    static final String UNRECOGNIZABLE = "Unrecognizable lambda output";

    private Texts() {}
}
