package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Refused;

/**
 * Lets SMS through to verified numbers only. What is for others is a dead letter, which may be tried again once the
 * number is verified.
 */
final class Sandbox implements Transport {
    private static final String NOT_VERIFIED =
            "The SMS sandbox is on and the number is not verified: cognate sms verify <number>";

    private final SandboxNumbers numbers;
    private final Transport verified;

    Sandbox(SandboxNumbers numbers, Transport verified) {
        this.numbers = numbers;
        this.verified = verified;
    }

    @Override
    public Delivery send(Message message) {
        return numbers.isVerified(message.destination())
                ? verified.send(message)
                : new Refused(NOT_VERIFIED, Trouble.SANDBOX);
    }

    @Override
    public void close() {
        verified.close();
    }
}
