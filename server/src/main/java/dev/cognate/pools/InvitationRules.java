package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AdminCreateUserConfigType;
import dev.cognate.wire.model.MessageTemplateType;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of invitations must hold: without their name people could not sign in. Who has no password is invited
 * without one, so its placeholder may be missing; an invitation with a password is then not sent. Reference: oauth-config
 * B2, lifecycle D1.
 */
final class InvitationRules {
    private static final String NAME = "{username}";

    private InvitationRules() {}

    static void check(@Nullable AdminCreateUserConfigType creation) {
        MessageTemplateType texts = creation == null ? null : creation.inviteMessageTemplate();
        if (texts != null && (lacksName(texts.emailMessage()) || lacksName(texts.smsMessage()))) {
            throw new InvalidParameterException(Texts.INVITATION_WITHOUT_NAME);
        }
    }

    private static boolean lacksName(@Nullable String text) {
        return text != null && !text.contains(NAME);
    }
}
