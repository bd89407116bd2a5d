package dev.cognate.messaging;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.DeliveryMediumType;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Messages to test with. */
final class Samples {
    static final PoolId POOL = new PoolId("us-east-1_COGNATE01");
    static final ClientId CLIENT = new ClientId("12a3b456c7de890f11g123hijk");

    private Samples() {}

    static KeyRing keys() {
        return KeyRing.of(new SecureRandom(), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    static KeyRing otherKeys() {
        return KeyRing.of(new SecureRandom(), "//////////////////////////////////////////8=");
    }

    /** Every message leaves the server: what an outbox queues rather than delivering it to the inbox. */
    static Transports away() {
        ScriptedTransport transport = new ScriptedTransport(new Delivery.Delivered());
        return new Transports(new Inbox(new NoStore(), keys(), 0), transport, transport);
    }

    /** The message in the name of another sender. */
    static Message from(Sender sender, Message message) {
        return new Message(
                message.id(),
                message.pool(),
                message.client(),
                message.username(),
                message.triggerSource(),
                message.medium(),
                message.destination(),
                message.subject(),
                message.body(),
                message.code(),
                message.link(),
                message.createdAt(),
                sender);
    }

    /** Makes messages one after the other, each with an id of its own. */
    record Maker(Randomness randomness, InstantSource clock) {

        Maker(InstantSource clock) {
            this(new Randomness(new SecureRandom(), clock), clock);
        }

        Message email(String username) {
            return to(DeliveryMediumType.EMAIL, username, username + "@example.com");
        }

        Message sms(String username) {
            return to(DeliveryMediumType.SMS, username, "+12065550100");
        }

        Message to(DeliveryMediumType medium, String username, String destination) {
            boolean email = medium == DeliveryMediumType.EMAIL;
            return new Message(
                    randomness.uuid(),
                    POOL,
                    CLIENT,
                    username,
                    "CustomMessage_ResendCode",
                    medium,
                    destination,
                    email ? "Your verification code" : null,
                    "Your confirmation code is 012345",
                    "012345",
                    null,
                    clock.instant(),
                    email ? MailSender.DEFAULT : SmsSender.DEFAULT);
        }
    }
}
