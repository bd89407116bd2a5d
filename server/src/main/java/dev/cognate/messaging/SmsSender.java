package dev.cognate.messaging;

import dev.cognate.wire.model.EumsSmsConfigurationType;
import dev.cognate.wire.model.SmsConfigurationType;
import org.jspecify.annotations.Nullable;

/**
 * By which of AWS's ways a pool's SMS are sent, where they leave by AWS. Reference: lifecycle D5, newer.
 *
 * @param region the region of that way, null for the pool's own
 * @param endUserMessaging what End User Messaging is told, null for SNS
 */
public record SmsSender(@Nullable String region, @Nullable EndUserMessaging endUserMessaging) implements Sender {
    /** SNS in the pool's region. */
    static final SmsSender DEFAULT = new SmsSender(null, null);

    /**
     * What a pool says to End User Messaging.
     *
     * @param origination the number, sender id or pool of numbers that sends, null to leave the choice to it
     * @param configurationSet its configuration set, null for none
     * @param entity the sender's registration in India, null for none
     * @param template the text's registration in India, null for none
     */
    public record EndUserMessaging(
            @Nullable String origination,
            @Nullable String configurationSet,
            @Nullable String entity,
            @Nullable String template) {}

    /** The sender that a pool's configuration asks for. */
    static SmsSender of(@Nullable SmsConfigurationType config) {
        if (config == null) {
            return DEFAULT;
        }
        EumsSmsConfigurationType own = config.eumsSms();
        return own == null
                ? new SmsSender(config.snsRegion(), null)
                : new SmsSender(
                        own.region(),
                        new EndUserMessaging(
                                own.originationIdentity(),
                                own.configurationSetName(),
                                own.inEntityId(),
                                own.inTemplateId()));
    }
}
