package dev.cognate.app;

import dev.cognate.kms.DataKeys;
import dev.cognate.kms.EncryptedMessages;
import dev.cognate.kms.Kms;
import dev.cognate.messaging.Courier;
import dev.cognate.messaging.DeliveryFailures;
import dev.cognate.messaging.FunctionTransport;
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.messaging.Reachability;
import dev.cognate.messaging.SandboxNumbers;
import dev.cognate.messaging.Transports;
import dev.cognate.messaging.Ways;
import dev.cognate.triggers.CustomSenders;
import dev.cognate.verification.CodeSender;
import dev.cognate.verification.Concealment;
import java.util.function.Supplier;

/** Messages: how they are written, how they leave, where they arrive, and the keys that hide codes from others. */
final class Mail implements AutoCloseable {
    final Inbox inbox;
    final Kms kms;
    final Messages messages;
    final Outbox outbox;
    final Courier courier;
    final CodeSender sender;
    final Concealment concealment;

    private final Ways ways;
    private final DataKeys dataKeys;

    /**
     * Mail that rests.
     *
     * @param publicUrl what links in messages begin with; asked for each message
     */
    Mail(Foundation base, Cognate.Reach reach, Supplier<String> publicUrl) {
        Cognate.Ground ground = base.ground;
        this.inbox = new Inbox(ground.store(), ground.keys(), Inbox.DEFAULT_CAPACITY);
        this.kms = new Kms(ground.store(), ground.keys(), ground.random(), ground.clock());
        this.dataKeys = reach.dataKeys() == null ? kms : reach.dataKeys();
        this.ways = reach.ways();
        Transports transports = transports(base);
        this.outbox = new Outbox(ground.keys(), transports, base.rules.dailyEmails());
        this.courier = new Courier(ground.store(), outbox, transports, ground.clock());
        Reachability reachability = new Reachability(ways, new DeliveryFailures(ground.store()), ground.clock());
        this.messages = new Messages(
                base.triggers,
                _ -> publicUrl.get(),
                reachability,
                base.randomness,
                ground.clock(),
                base.rules.strictCustomMessage());
        this.sender = new CodeSender(ground.store(), base.codes, messages, outbox);
        this.concealment = new Concealment(ground.store(), base.codes, ground.keys(), messages, outbox);
    }

    private Transports transports(Foundation base) {
        Cognate.Ground ground = base.ground;
        SandboxNumbers numbers =
                new SandboxNumbers(ground.store(), base.rules.pools().account(), ground.clock());
        CustomSenders senders = new CustomSenders(base.triggers, new EncryptedMessages(dataKeys, ground.random()));
        return ways.transports(inbox, numbers, ground.clock()).with(new FunctionTransport(senders));
    }

    /** Whether the keys are this server's own: whose keys are elsewhere has no use for a second place of keys. */
    boolean keepsKeys() {
        return dataKeys == kms;
    }

    /** Delivers the messages under way and lets go of what carries them. */
    @Override
    public void close() {
        courier.close();
        ways.close();
        dataKeys.close();
    }
}
