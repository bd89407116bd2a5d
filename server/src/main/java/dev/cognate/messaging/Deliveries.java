package dev.cognate.messaging;

import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes batches of due messages out of the outbox: what is for a transport is leased and then sent. Messages that were
 * queued for a transport which is no longer configured move to the inbox, decoys are dropped.
 */
final class Deliveries {
    /** How many messages move into the inbox in one transaction. */
    private static final int INBOX_BATCH = 512;

    private final Store store;
    private final SealedMessages sealed;
    private final Transports transports;
    private final InstantSource clock;
    private final Sending sending;

    Deliveries(Store store, Outbox outbox, Transports transports, InstantSource clock) {
        this.store = store;
        this.sealed = outbox.sealed();
        this.transports = transports;
        this.clock = clock;
        this.sending = new Sending(store, transports, clock);
    }

    /** Delivers one batch; false when nothing was due. */
    boolean deliverBatch() {
        boolean any = deliverSome();
        transports.inbox().trim();
        return any;
    }

    private boolean deliverSome() {
        Instant now = clock.instant();
        int most = transports.inboxOnly() ? INBOX_BATCH : Sending.BATCH;
        List<OutboxTable.Due> due = store.read(tx -> OutboxTable.due(tx, now, most));
        if (due.isEmpty()) {
            return false;
        }
        Batch batch = sort(due); // seals are opened outside of the transaction, which others wait for
        Claim claim = store.write(tx -> claim(tx, batch, now));
        transports.inbox().arrived(claim.arrived);
        sending.send(claim.leased, now.plus(Sending.LEASE));
        return true;
    }

    /** Has no more messages sent than those under way. */
    void stop() {
        sending.stop();
    }

    private Batch sort(List<OutboxTable.Due> due) {
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (OutboxTable.Due each : due) {
            Message message = sealed.open(each.sealed());
            if (message == null) {
                batch.unreadable().add(each.id());
            } else if (message.isDecoy()) {
                batch.decoys().add(each.id());
            } else if (transports.of(message) == null) {
                batch.toInbox().add(new Opened(message, each));
            } else if (batch.toSend().size() < Sending.BATCH) { // the rest stays due
                batch.toSend().add(new Opened(message, each));
            }
        }
        return batch;
    }

    private record Claim(int arrived, List<Opened> leased) {}

    private Claim claim(Tx tx, Batch batch, Instant now) {
        Set<String> taken = OutboxTable.take(tx, Batch.ids(batch.toInbox()), now);
        List<Opened> arriving = only(batch.toInbox(), taken);
        transports.inbox().put(tx, arriving.stream().map(Opened::asSealed).toList(), now);
        Set<String> leased = OutboxTable.lease(tx, Batch.ids(batch.toSend()), now, now.plus(Sending.LEASE));
        OutboxTable.take(tx, batch.decoys(), now);
        batch.unreadable().forEach(id -> OutboxTable.fail(tx, id, "The seal of the message cannot be opened"));
        return new Claim(arriving.size(), only(batch.toSend(), leased));
    }

    private static List<Opened> only(List<Opened> messages, Set<String> ids) {
        return messages.stream().filter(each -> ids.contains(each.id())).toList();
    }
}
