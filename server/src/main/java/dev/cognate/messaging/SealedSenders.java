package dev.cognate.messaging;

import dev.cognate.messaging.SmsSender.EndUserMessaging;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DeliveryMediumType;
import java.util.Map;

/** Senders as members of a {@linkplain SealedMessages stored message}; all are strings, absent ones null. */
final class SealedSenders {
    private static final String TRUE = "true";

    private SealedSenders() {}

    static void write(Sender sender, JsonOutput out) {
        switch (sender) {
            case MailSender mail -> {
                out.member("from", mail.from());
                out.member("replyTo", mail.replyTo());
                out.member("ownAccount", mail.ownAccount() ? TRUE : null);
                out.member("identity", mail.identity());
                out.member("configurationSet", mail.configurationSet());
            }
            case SmsSender(String region, EndUserMessaging own) -> {
                out.member("region", region);
                if (own != null) {
                    out.member("endUserMessaging", TRUE);
                    out.member("origination", own.origination());
                    out.member("configurationSet", own.configurationSet());
                    out.member("entity", own.entity());
                    out.member("template", own.template());
                }
            }
        }
    }

    static Sender read(DeliveryMediumType medium, Map<String, String> members) {
        return switch (medium) {
            case EMAIL ->
                new MailSender(
                        members.get("from"),
                        members.get("replyTo"),
                        members.containsKey("ownAccount"),
                        members.get("identity"),
                        members.get("configurationSet"));
            case SMS ->
                new SmsSender(
                        members.get("region"),
                        members.containsKey("endUserMessaging") ? endUserMessaging(members) : null);
        };
    }

    private static EndUserMessaging endUserMessaging(Map<String, String> members) {
        return new EndUserMessaging(
                members.get("origination"),
                members.get("configurationSet"),
                members.get("entity"),
                members.get("template"));
    }
}
