package dev.cognate.messaging;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.CustomSending;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.ProtocolFault;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages as the database holds them, in outbox and inbox alike: JSON under a seal. */
final class SealedMessages {
    private static final Logger LOG = LoggerFactory.getLogger(SealedMessages.class);
    private static final String PURPOSE = "message";

    private final KeyRing keys;

    SealedMessages(KeyRing keys) {
        this.keys = keys;
    }

    byte[] seal(Message message) {
        return keys.seal(JsonOutput.encode(out -> write(message, out)), PURPOSE);
    }

    /** The message that was sealed, null when it cannot be read: it is damaged, or its key is gone. */
    @Nullable Message open(byte[] sealed) {
        try {
            byte[] json = keys.open(sealed, PURPOSE);
            return JsonInput.decode(json, (in, at, violations) -> message(members(in)));
        } catch (SealBroken | ProtocolFault | IllegalStateException | IllegalArgumentException unreadable) {
            LOG.error("A stored message cannot be read: {}", unreadable.getMessage());
            return null;
        }
    }

    private static void write(Message message, JsonOutput out) {
        out.beginObject();
        out.member("id", message.id());
        message.writeMembers(out);
        out.member("createdAt", Long.toString(message.createdAt().toEpochMilli()));
        SealedSenders.write(message.sender(), out);
        out.member(
                "sending", message.sending() == null ? null : message.sending().json());
        out.endObject();
    }

    private static Map<String, String> members(JsonInput in) {
        Map<String, String> members = HashMap.newHashMap(16);
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            String value = in.string();
            if (value != null) {
                members.put(name, value);
            }
        }
        return members;
    }

    private static Message message(Map<String, String> members) {
        String client = members.get("clientId");
        String sending = members.get("sending");
        return new Message(
                required(members, "id"),
                new PoolId(required(members, "userPoolId")),
                client == null ? null : new ClientId(client),
                required(members, "username"),
                required(members, "triggerSource"),
                medium(required(members, "medium")),
                required(members, "destination"),
                members.get("subject"),
                required(members, "body"),
                members.get("code"),
                members.get("link"),
                Instant.ofEpochMilli(Long.parseLong(required(members, "createdAt"))),
                SealedSenders.read(medium(required(members, "medium")), members),
                sending == null ? null : CustomSending.of(sending));
    }

    private static DeliveryMediumType medium(String wire) {
        DeliveryMediumType medium = DeliveryMediumType.of(wire);
        if (medium == null) {
            throw new IllegalStateException("A stored message has the unknown medium " + wire);
        }
        return medium;
    }

    private static String required(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null) {
            throw new IllegalStateException("A stored message lacks its member " + name);
        }
        return value;
    }
}
