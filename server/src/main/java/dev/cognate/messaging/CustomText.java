package dev.cognate.messaging;

import dev.cognate.triggers.CustomMessageAnswer;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.DeliveryMediumType;
import org.jspecify.annotations.Nullable;

/**
 * The rules for texts that a pool's CustomMessage function writes. Reference: lifecycle I3, I7.
 *
 * @param link whether the pool wants a link in this message
 */
record CustomText(Occasion occasion, DeliveryMediumType medium, boolean link) {
    private static final int GREATEST_SMS = 140;
    private static final int GREATEST_EMAIL = 20_000;
    private static final int GREATEST_SUBJECT = 140;

    /** The function's text laid over the pool's: what the function left null stays as the pool has it. */
    Template over(Template pools, CustomMessageAnswer answer) {
        return switch (medium) {
            case SMS -> new Template(null, body(pools.body(), answer.smsMessage(), GREATEST_SMS));
            case EMAIL ->
                new Template(
                        subject(pools.subject(), answer.emailSubject()),
                        body(pools.body(), answer.emailMessage(), GREATEST_EMAIL));
        };
    }

    /**
     * Refuses a text for e-mails, of a pool whose e-mails leave by the default sender.
     *
     * @throws InvalidLambdaResponseException there is one
     */
    static void requireNoEmail(CustomMessageAnswer answer) {
        if (answer.emailSubject() != null || answer.emailMessage() != null) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
    }

    private String body(String pools, @Nullable String functions, int greatest) {
        if (functions == null) {
            return pools;
        }
        if (functions.isEmpty()) {
            throw new InvalidParameterException(Texts.EMPTY_MESSAGE);
        }
        // The placeholder of a code is as long as a code, so the finished text is no longer than this one.
        if (length(functions) > greatest || !hasWhatItNeeds(Wording.of(functions))) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
        return functions;
    }

    private boolean hasWhatItNeeds(Wording wording) {
        if (occasion == Occasion.ADMIN_CREATE_USER) {
            return wording.hasCode() && wording.hasUsername();
        }
        return wording.hasCode() || (link && wording.hasLink());
    }

    private static @Nullable String subject(@Nullable String pools, @Nullable String functions) {
        if (functions == null || functions.isEmpty()) {
            return pools;
        }
        if (length(functions) > GREATEST_SUBJECT) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
        return functions;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
