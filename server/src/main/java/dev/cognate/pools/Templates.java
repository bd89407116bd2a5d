package dev.cognate.pools;

import dev.cognate.wire.model.DefaultEmailOptionType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.VerificationMessageTemplateType;
import org.jspecify.annotations.Nullable;

/**
 * The two views of the verification texts: the older members of the pool and the template say the same, and where a
 * request gives both, the template counts. Texts that are not given stay absent. Reference: oauth-config B1,
 * lifecycle D1, D2.
 */
final class Templates {
    private Templates() {}

    /** The pool with both views alike and the choice between code and link made. */
    static UserPoolType bothViews(UserPoolType asked) {
        VerificationMessageTemplateType given = asked.verificationMessageTemplate();
        VerificationMessageTemplateType template =
                given == null ? VerificationMessageTemplateType.builder().build() : given;
        String sms = first(template.smsMessage(), asked.smsVerificationMessage());
        String message = first(template.emailMessage(), asked.emailVerificationMessage());
        String subject = first(template.emailSubject(), asked.emailVerificationSubject());
        DefaultEmailOptionType option = template.defaultEmailOption();
        return asked.toBuilder()
                .smsVerificationMessage(sms)
                .emailVerificationMessage(message)
                .emailVerificationSubject(subject)
                .verificationMessageTemplate(template.toBuilder()
                        .smsMessage(sms)
                        .emailMessage(message)
                        .emailSubject(subject)
                        .defaultEmailOption(option == null ? DefaultEmailOptionType.CONFIRM_WITH_CODE : option)
                        .build())
                .build();
    }

    private static @Nullable String first(@Nullable String preferred, @Nullable String otherwise) {
        return preferred == null ? otherwise : preferred;
    }
}
