package dev.cognate.messaging;

import dev.cognate.wire.model.AdminCreateUserConfigType;
import dev.cognate.wire.model.DefaultEmailOptionType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.MessageTemplateType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.VerificationMessageTemplateType;
import org.jspecify.annotations.Nullable;

/** The templates of one pool: its own where it has them, the service's otherwise. Reference: lifecycle D1 to D3. */
final class Templates {
    private static final VerificationMessageTemplateType NO_VERIFICATION =
            new VerificationMessageTemplateType(null, null, null, null, null, null);
    private static final MessageTemplateType NO_INVITATION = new MessageTemplateType(null, null, null);

    private final UserPoolType pool;
    private final VerificationMessageTemplateType verification;

    Templates(UserPoolType pool) {
        this.pool = pool;
        VerificationMessageTemplateType own = pool.verificationMessageTemplate();
        this.verification = own == null ? NO_VERIFICATION : own;
    }

    /** Whether emails of sign-up hold a link in place of the code. */
    boolean wantsLinks() {
        return verification.defaultEmailOption() == DefaultEmailOptionType.CONFIRM_WITH_LINK;
    }

    /** The template for the occasion. */
    Template choose(Occasion occasion, DeliveryMediumType medium, boolean link) {
        return switch (medium) {
            case EMAIL -> email(occasion, link);
            case SMS -> new Template(null, sms(occasion));
        };
    }

    private Template email(Occasion occasion, boolean link) {
        return switch (occasion) {
            case SIGN_UP, RESEND_CODE -> link ? linkEmail() : codeEmail(Texts.CODE_EMAIL);
            case UPDATE_USER_ATTRIBUTE, VERIFY_USER_ATTRIBUTE -> codeEmail(Texts.CODE_EMAIL);
            case FORGOT_PASSWORD -> codeEmail(Texts.RESET_EMAIL);
            case ADMIN_CREATE_USER ->
                new Template(
                        or(invitation().emailSubject(), Texts.INVITATION_SUBJECT),
                        or(invitation().emailMessage(), Texts.INVITATION));
            case AUTHENTICATION -> new Template(Texts.AUTHENTICATION_SUBJECT, Texts.AUTHENTICATION);
        };
    }

    private Template codeEmail(String without) {
        return new Template(
                or(verification.emailSubject(), or(pool.emailVerificationSubject(), Texts.CODE_SUBJECT)),
                or(verification.emailMessage(), or(pool.emailVerificationMessage(), without)));
    }

    private Template linkEmail() {
        return new Template(
                or(verification.emailSubjectByLink(), Texts.LINK_SUBJECT),
                or(verification.emailMessageByLink(), Texts.LINK_EMAIL));
    }

    private String sms(Occasion occasion) {
        return switch (occasion) {
            case SIGN_UP, RESEND_CODE, FORGOT_PASSWORD, UPDATE_USER_ATTRIBUTE, VERIFY_USER_ATTRIBUTE ->
                or(verification.smsMessage(), or(pool.smsVerificationMessage(), Texts.CODE_SMS));
            case ADMIN_CREATE_USER -> or(invitation().smsMessage(), Texts.INVITATION);
            case AUTHENTICATION -> or(pool.smsAuthenticationMessage(), Texts.AUTHENTICATION);
        };
    }

    private MessageTemplateType invitation() {
        AdminCreateUserConfigType config = pool.adminCreateUserConfig();
        MessageTemplateType own = config == null ? null : config.inviteMessageTemplate();
        return own == null ? NO_INVITATION : own;
    }

    private static String or(@Nullable String own, String otherwise) {
        return own == null ? otherwise : own;
    }
}
