package dev.cognate.messaging;

/**
 * Emails of pools that send with their owner's account ({@code EmailSendingAccount} {@code DEVELOPER}) go one way, all
 * others another.
 */
final class ByAccount implements Transport {
    private final Transport owners;
    private final Transport others;

    ByAccount(Transport owners, Transport others) {
        this.owners = owners;
        this.others = others;
    }

    @Override
    public Delivery send(Message message) {
        return (message.mailSender().ownAccount() ? owners : others).send(message);
    }

    @Override
    public void close() {
        owners.close();
        others.close();
    }
}
