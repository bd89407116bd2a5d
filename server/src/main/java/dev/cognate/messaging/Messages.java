package dev.cognate.messaging;

import dev.cognate.crypto.Randomness;
import dev.cognate.triggers.CustomMessageAnswer;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Fault;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.UserPoolType;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * The door to the texts of messages: chooses the template of the pool, or lets the pool's CustomMessage function write
 * the text. Reference: lifecycle D1 to D4, I7. Safe for use by many threads.
 */
public final class Messages {
    private final Triggers triggers;
    private final Function<UserPoolType, String> linkBase;
    private final Reachability reachability;
    private final Randomness randomness;
    private final InstantSource clock;
    private final boolean strict;

    /**
     * Messages.
     *
     * @param linkBase what confirmation links of a pool begin with, without a slash at the end: the server's public base
     *     URL, or {@code https://} and the pool's domain
     * @param reachability refuses what can never be sent
     * @param randomness makes message ids
     * @param clock dates messages
     * @param strict whether functions may write e-mails only of pools that send with an account of their own
     */
    public Messages(
            Triggers triggers,
            Function<UserPoolType, String> linkBase,
            Reachability reachability,
            Randomness randomness,
            InstantSource clock,
            boolean strict) {
        this.triggers = triggers;
        this.linkBase = linkBase;
        this.reachability = reachability;
        this.randomness = randomness;
        this.clock = clock;
        this.strict = strict;
    }

    /**
     * The text for the occasion, complete but for its code. May wait for a function for many seconds: never called
     * inside a transaction, and best before the code is stored, so that a failure leaves the earlier code as it is.
     *
     * @throws Fault a function failed (see {@link Triggers}) or wrote a text without the code
     *     ({@code InvalidLambdaResponseException}) or an empty one ({@code InvalidParameterException}); or the address can
     *     never be reached ({@code CodeDeliveryFailureException}); or AWS has just refused who sends for the pool
     *     ({@code InvalidSmsRoleAccessPolicyException} and its like)
     */
    public Draft draft(Occasion occasion, Recipient recipient, Destination destination) {
        return draft(occasion, recipient, destination, OwnText.NONE);
    }

    /** The same where the pool has a text of its own, which a function may still replace. */
    public Draft draft(Occasion occasion, Recipient recipient, Destination destination, OwnText own) {
        UserPoolType config = recipient.config();
        Templates templates = new Templates(config);
        if (recipient.sending(destination.medium()) != null) {
            // The function decides on text, sender and reach; CustomMessage is not asked. Reference: lifecycle I4, I8.
            return new Draft(occasion, recipient, destination, new Template(null, ""), null, randomness, clock);
        }
        boolean link = occasion.mayLink()
                && recipient.client() != null
                && destination.medium() == DeliveryMediumType.EMAIL
                && templates.wantsLinks();
        CustomText custom = new CustomText(occasion, destination.medium(), link);
        CustomMessageAnswer answer = askFunction(occasion, recipient);
        if (strict && !MailSender.of(config.emailConfiguration()).ownAccount()) {
            CustomText.requireNoEmail(answer);
        }
        Template template = custom.over(own.over(templates.choose(occasion, destination.medium(), link)), answer);
        reachability.check(recipient, destination);
        return new Draft(
                occasion, recipient, destination, template, link ? linkBase.apply(config) : null, randomness, clock);
    }

    /** Whether {@link #draft} would ask a function, and so may take long. */
    public boolean asksFunction(UserPoolType config) {
        return config.lambdaConfig() != null && config.lambdaConfig().customMessage() != null;
    }

    /**
     * A message that costs what a code to this address would cost and is never delivered, for a client that must not
     * learn whether a user exists. No function is asked. Reference: lifecycle A8.
     *
     * @throws Fault as {@link #draft}, of what concerns every message of the pool
     */
    public Message decoy(Recipient recipient, Destination destination, String code) {
        if (recipient.sending(destination.medium()) == null) {
            reachability.check(recipient, destination);
        }
        Template template = new Templates(recipient.config()).choose(Occasion.RESEND_CODE, destination.medium(), false);
        return new Draft(Occasion.RESEND_CODE, recipient, destination, template, null, randomness, clock)
                .complete(code)
                .asDecoy();
    }

    private CustomMessageAnswer askFunction(Occasion occasion, Recipient recipient) {
        return triggers.customMessage(
                recipient.config().lambdaConfig(),
                recipient.origin(),
                occasion.triggerSource(),
                recipient.attributes(),
                occasion == Occasion.ADMIN_CREATE_USER,
                recipient.clientMetadata());
    }
}
