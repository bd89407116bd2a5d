package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestClock;
import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.LimitExceededException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What outbox, courier and dead letters do in a store; each database has a subclass. */
abstract class OutboxTest {
    private final TestClock clock = new TestClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final Outbox outbox = new Outbox(Samples.keys(), Samples.away(), 0);
    private Store store = new NoStore();
    private Inbox inbox = new Inbox(store, Samples.keys(), 100);
    private Courier courier = new Courier(store, outbox, Transports.inboxOnly(inbox), clock);

    /** A new, empty store. */
    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
        inbox = new Inbox(store, Samples.keys(), 100_000);
        courier = new Courier(store, outbox, Transports.inboxOnly(inbox), clock);
    }

    @AfterEach
    void stop() {
        courier.close();
        store.close();
    }

    @Test
    void aMessageForTheInboxIsThereWithItsTransactionAndNoCourier() {
        Outbox direct = new Outbox(Samples.keys(), Transports.inboxOnly(inbox), 0);
        Outbox.Sealed message = direct.seal(maker.email("jane"));
        store.write(tx -> {
            direct.add(tx, message);
            return true;
        });
        direct.committed(message);
        assertThat(inbox.list(InboxQuery.newest(10)))
                .containsExactly(new InboxMessage(clock.instant(), message.message()));
        assertThat(queued()).isZero();
    }

    @Test
    void aMessageForTheInboxIsNotThereWhenItsTransactionFails() {
        Outbox direct = new Outbox(Samples.keys(), Transports.inboxOnly(inbox), 0);
        assertThatThrownBy(() -> store.write(tx -> {
                    direct.add(tx, direct.seal(maker.email("jane")));
                    throw new IllegalStateException("refused");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(inbox.list(InboxQuery.newest(10))).isEmpty();
    }

    @Test
    void aMessageQueuedForATransportThatIsGoneArrivesInTheInboxOnceAndUnchanged() {
        Message message = maker.email("jane");
        add(message);
        clock.advance(Duration.ofSeconds(2));
        courier.deliverDue();
        courier.deliverDue();
        assertThat(inbox.list(InboxQuery.newest(10))).containsExactly(new InboxMessage(clock.instant(), message));
        assertThat(queued()).isZero();
    }

    @Test
    void aMessageOfARolledBackTransactionNeverExisted() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(tx -> {
                    outbox.add(tx, outbox.seal(maker.email("jane")));
                    throw new IllegalStateException("no");
                }));
        courier.deliverDue();
        assertThat(inbox.list(InboxQuery.newest(10))).isEmpty();
    }

    @Test
    void whatIsStoredIsSealed() {
        add(maker.email("jane"));
        byte[] stored = store.read(tx -> tx.first("SELECT sealed FROM outbox", row -> row.bytes(1)));
        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("012345")
                .doesNotContain("jane");
    }

    @Test
    void couriersOfSeveralNodesDeliverEachMessageExactlyOnce() throws Exception {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            messages.add(maker.email("user" + i));
        }
        store.write(tx -> {
            messages.forEach(message -> outbox.add(tx, outbox.seal(message)));
            return true;
        });
        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int node = 0; node < 4; node++) {
                all.add(nodes.submit(courier::deliverDue));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(rows("inbox")).isEqualTo(1_500);
        assertThat(queued()).isZero();
        assertThat(inbox.list(InboxQuery.newest(1_000)).stream().map(InboxMessage::message))
                .containsExactlyElementsOf(messages.reversed().subList(0, 1_000));
    }

    @Test
    void aMessageWhoseSealCannotBeOpenedIsADeadLetterAndHoldsUpNobody() {
        Message foreign = maker.email("mallory");
        store.write(tx -> {
            Outbox other = new Outbox(Samples.otherKeys(), Samples.away(), 0);
            other.add(tx, other.seal(foreign));
            outbox.add(tx, outbox.seal(maker.email("jane")));
            return true;
        });
        courier.deliverDue();
        assertThat(inbox.list(InboxQuery.newest(10))).hasSize(1);
        assertThat(new DeadLetters(store, clock).list(10)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(foreign.id());
            assertThat(letter.error()).isEqualTo("The seal of the message cannot be opened");
        });
    }

    /** Clause A12.8. */
    @Test
    void theDailyLimitCountsEmailsOfTheDefaultSenderAndBeginsAnewAtNine() {
        Outbox limited = new Outbox(Samples.keys(), Samples.away(), 2);
        add(limited, maker.email("one"));
        add(limited, maker.email("two"));
        add(limited, maker.sms("three"));
        add(limited, ownAccount(maker.email("four")));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> add(limited, maker.email("five")))
                .withMessage("Exceeded daily email limit for the operation or the account. If a higher limit is"
                        + " required, please configure your user pool to use your own Amazon SES configuration for"
                        + " sending email.");
        assertThat(queued()).isEqualTo(4);
        clock.advance(Duration.ofHours(20).plusMinutes(59)); // 08:59 on the next day
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> add(limited, maker.email("five")));
        clock.advance(Duration.ofMinutes(1));
        add(limited, maker.email("five"));
    }

    @Test
    void theDailyLimitHoldsUnderManyAtOnce() throws Exception {
        Outbox limited = new Outbox(Samples.keys(), Samples.away(), 50);
        List<Future<Boolean>> sent = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 80; i++) {
                Message message = maker.email("user" + i);
                sent.add(clients.submit(() -> {
                    try {
                        add(limited, message);
                        return true;
                    } catch (LimitExceededException refused) {
                        return false;
                    }
                }));
            }
        }
        int accepted = 0;
        for (Future<Boolean> each : sent) {
            accepted += each.get() ? 1 : 0;
        }
        assertThat(accepted).isEqualTo(50);
        assertThat(queued()).isEqualTo(50);
    }

    @Test
    void aTemporaryFailureIsTriedAgainWithGrowingWaitsForAboutADay() {
        ScriptedTransport transport = new ScriptedTransport(new Deferred("busy"));
        Courier sender = sender(transport);
        add(maker.email("jane"));
        List<Duration> waits = new ArrayList<>();
        sender.deliverDue();
        for (Duration next = untilNextDue(); next != null; next = untilNextDue()) {
            clock.advance(next.minusMillis(1));
            sender.deliverDue();
            clock.advance(Duration.ofMillis(1));
            sender.deliverDue();
            waits.add(next);
        }
        assertThat(waits.stream().map(Duration::toSeconds))
                .containsExactly(1L, 5L, 30L, 120L, 600L, 1_800L, 3_600L, 7_200L, 14_400L, 28_800L, 28_800L);
        assertThat(transport.sent()).hasSize(12);
        assertThat(new DeadLetters(store, clock).list(10)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(12);
            assertThat(letter.error()).isEqualTo("busy");
        });
    }

    @Test
    void aMessageIsDeliveredOnceTheServerIsBack() {
        ScriptedTransport transport = new ScriptedTransport(new Deferred("down"));
        Courier sender = sender(transport);
        add(maker.email("jane"));
        sender.deliverDue();
        transport.answer(new Delivered());
        clock.advance(Duration.ofSeconds(1));
        sender.deliverDue();
        assertThat(transport.sent()).hasSize(2);
        assertThat(rows("outbox")).isZero();
    }

    @Test
    void aPermanentFailureIsADeadLetterAtOnceWhichCanBeRetriedOrDropped() {
        ScriptedTransport transport = new ScriptedTransport(new Refused("SMTP 550: no such user"));
        Courier sender = sender(transport);
        Message jane = maker.email("jane");
        Message bob = maker.email("bob");
        add(jane);
        add(bob);
        sender.deliverDue();
        DeadLetters letters = new DeadLetters(store, clock);
        assertThat(letters.list(10))
                .containsExactly(
                        new DeadLetter(bob.id(), Samples.POOL, bob.createdAt(), 1, "SMTP 550: no such user"),
                        new DeadLetter(jane.id(), Samples.POOL, jane.createdAt(), 1, "SMTP 550: no such user"));
        assertThat(letters.list(1)).hasSize(1);
        transport.answer(new Delivered());
        assertThat(letters.retry(jane.id())).isTrue();
        assertThat(letters.retry(jane.id())).isFalse();
        assertThat(letters.drop(bob.id())).isTrue();
        assertThat(letters.drop(bob.id())).isFalse();
        sender.deliverDue();
        assertThat(transport.sent()).hasSize(3).last().isEqualTo(jane);
        assertThat(rows("outbox")).isZero();
    }

    @Test
    void emailsAreSentAndSmsGoToTheInboxWhereOnlyMailIsConfigured() {
        ScriptedTransport transport = new ScriptedTransport(new Delivered());
        Message email = maker.email("jane");
        Message sms = maker.sms("jane");
        add(email);
        add(sms);
        sender(transport).deliverDue();
        assertThat(transport.sent()).containsExactly(email);
        assertThat(inbox.list(InboxQuery.newest(10)).stream().map(InboxMessage::message))
                .containsExactly(sms);
    }

    @Test
    void aDecoyTakesItsWayThroughTheOutboxAndReachesNobody() {
        ScriptedTransport transport = new ScriptedTransport(new Delivered());
        add(maker.email("mallory").asDecoy());
        add(maker.sms("mallory").asDecoy());
        add(maker.email("jane"));
        sender(transport).deliverDue();
        assertThat(transport.sent()).extracting(Message::username).containsExactly("jane");
        assertThat(inbox.list(InboxQuery.newest(10))).isEmpty();
        assertThat(rows("outbox")).isZero();
    }

    /** Or the last e-mail of a day would tell which of two names belongs to a user. */
    @Test
    void aDecoyCountsAgainstTheDailyLimitAndIsRefusedByItLikeAnyMessage() {
        Outbox limited = new Outbox(Samples.keys(), Samples.away(), 1);
        add(limited, maker.sms("mallory").asDecoy());
        add(limited, maker.email("mallory").asDecoy());
        assertThatExceptionOfType(LimitExceededException.class).isThrownBy(() -> add(limited, maker.email("jane")));
        assertThatExceptionOfType(LimitExceededException.class)
                .isThrownBy(() -> add(limited, maker.email("mallory").asDecoy()));
    }

    @Test
    void aMessageThatADeadNodeWasSendingIsSentAgainAfterItsLease() {
        Message message = maker.email("jane");
        add(message);
        lease(message, clock.instant());
        ScriptedTransport transport = new ScriptedTransport(new Delivered());
        Courier sender = sender(transport);
        clock.advance(Sending.LEASE.minusMillis(1));
        sender.deliverDue();
        assertThat(transport.sent()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        sender.deliverDue();
        assertThat(transport.sent()).containsExactly(message);
        assertThat(rows("outbox")).isZero();
    }

    /** Whether a courier that begins sends at once what another one was sending when its process ended. */
    final boolean isTakenOver() {
        Message message = maker.email("jane");
        add(message);
        lease(message, clock.instant());
        ScriptedTransport transport = new ScriptedTransport(new Delivered());
        Courier next = sender(transport);
        next.takeOver();
        next.deliverDue();
        return transport.sent().equals(List.of(message));
    }

    @Test
    void onlyOneOfTwoCouriersGetsALease() {
        Message message = maker.email("jane");
        add(message);
        Instant now = clock.instant();
        Set<String> first = lease(message, now);
        Set<String> second = lease(message, now);
        Set<String> taken = store.write(tx -> OutboxTable.take(tx, List.of(message.id()), now));
        assertThat(first).containsExactly(message.id());
        assertThat(second).isEmpty();
        assertThat(taken).isEmpty();
    }

    private Set<String> lease(Message message, Instant now) {
        return store.write(tx -> OutboxTable.lease(tx, List.of(message.id()), now, now.plus(Sending.LEASE)));
    }

    @Test
    void aSendThatTookTooMuchOfTheLeaseGivesTheOthersBack() {
        ScriptedTransport transport = new ScriptedTransport(new Delivered());
        Message message = maker.email("jane");
        add(message);
        Instant now = clock.instant();
        Instant lease = now.plus(Sending.LEASE);
        OutboxTable.Due due = store.read(tx -> OutboxTable.due(tx, now, 1)).getFirst();
        lease(message, now);
        clock.advance(Duration.ofSeconds(31));
        try (Sending sending = new Sending(store, new Transports(inbox, transport, null), clock, outbox::wake)) {
            sending.send(List.of(new Opened(message, due)), lease);
        }
        assertThat(transport.sent()).isEmpty();
        assertThat(store.read(tx -> OutboxTable.due(tx, clock.instant(), 1))
                        .getFirst()
                        .attempts())
                .isZero();
    }

    private Courier sender(Transport transport) {
        return new Courier(store, outbox, new Transports(inbox, transport, null), clock);
    }

    private static Message ownAccount(Message message) {
        return Samples.from(new MailSender(null, null, true, null, null), message);
    }

    private void add(Message message) {
        add(outbox, message);
    }

    private void add(Outbox to, Message message) {
        store.write(tx -> {
            to.add(tx, to.seal(message));
            return true;
        });
    }

    private @Nullable Duration untilNextDue() {
        Instant next = store.read(OutboxTable::nextDue);
        return next == null ? null : Duration.between(clock.instant(), next);
    }

    private long queued() {
        return rows("outbox");
    }

    private long rows(String table) {
        Long count = store.read(tx -> tx.first("SELECT count(*) FROM " + table, row -> row.number(1)));
        return count == null ? -1 : count;
    }
}
