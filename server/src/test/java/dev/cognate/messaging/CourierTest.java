package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cognate.app.TestClock;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The courier at work in the background. What it does in a store is in {@link OutboxTest}. */
@Timeout(120)
final class CourierTest {
    private final TestClock clock = new TestClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final Outbox outbox = new Outbox(Samples.keys(), Samples.away(), 0);
    private final BlockingQueue<Message> sent = new ArrayBlockingQueue<>(100);

    @TempDir
    private Path folder = Path.of("");

    private Store store = new NoStore();

    @BeforeEach
    void start() {
        store = TestStores.sqlite(folder);
    }

    @AfterEach
    void stop() {
        store.close();
    }

    /** Tells the test of each message. */
    private final class Telling implements Transport {

        @Override
        public Delivery send(Message message) {
            sent.add(message);
            return new Delivered();
        }

        @Override
        public void close() {}
    }

    @Test
    void aSleepingCourierIsWokenForEachCommit() throws Exception {
        try (Courier courier = courier(new Telling(), clock)) {
            courier.start();
            courier.start();
            for (int i = 0; i < 20; i++) {
                Message message = maker.email("user" + i);
                add(message);
                assertThat(sent.poll(30, TimeUnit.SECONDS)).isEqualTo(message);
            }
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void whatWasLeftBehindIsDeliveredAtTheStart() throws Exception {
        Message message = maker.email("jane");
        add(message);
        try (Courier courier = courier(new Telling(), clock)) {
            courier.start();
            assertThat(sent.poll(30, TimeUnit.SECONDS)).isEqualTo(message);
        }
    }

    @Test
    void aFailedMessageIsTriedAgainWhenItsTimeHasComeWithoutAWake() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        Transport failsOnce = new Transport() {
            @Override
            public Delivery send(Message message) {
                if (failed.getCount() > 0) {
                    failed.countDown();
                    return new Delivery.Deferred("first");
                }
                sent.add(message);
                return new Delivered();
            }

            @Override
            public void close() {}
        };
        InstantSource running = InstantSource.system();
        try (Courier courier = courier(failsOnce, running)) {
            courier.start();
            add(new Samples.Maker(running).email("jane"));
            assertThat(sent.poll(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aClosedCourierLeavesWhatIsQueuedAndEndsWithinSeconds() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Transport hangs = new Transport() {
            @Override
            public Delivery send(Message message) {
                busy.countDown();
                try {
                    never.await();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
                return new Delivery.Deferred("interrupted");
            }

            @Override
            public void close() {}
        };
        Courier courier = courier(hangs, clock);
        courier.start();
        add(maker.email("jane"));
        busy.await();
        long before = System.nanoTime();
        courier.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        clock.advance(Sending.LEASE);
        try (Courier next = courier(new Telling(), clock)) {
            next.deliverDue();
        }
        assertThat(sent).hasSize(1);
    }

    @Test
    void mailWaitsForAServerThatIsDownAndArrivesWhenItIsBack() throws Exception {
        // It holds the port, on which nobody listens as long as the server is down.
        Socket held = new Socket();
        held.bind(new InetSocketAddress("localhost", 0));
        int port = held.getLocalPort();
        try (SmtpTransport smtp = new SmtpTransport(SmtpSettings.of("localhost", port, SmtpSecurity.NONE, null));
                Courier courier = courier(smtp, clock)) {
            add(maker.email("jane"));
            courier.deliverDue();
            held.close();
            GreenMail back = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
            back.start();
            courier.deliverDue();
            assertThat(back.getReceivedMessages()).as("not before its time").isEmpty();
            clock.advance(Duration.ofSeconds(1));
            courier.deliverDue();
            assertThat(back.getReceivedMessages()).hasSize(1);
            back.stop();
        }
    }

    @Test
    void mailThatTheServerRefusesForGoodIsADeadLetter() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(null).replies("RCPT", "550 5.1.1 no such user");
                SmtpTransport smtp =
                        new SmtpTransport(SmtpSettings.of("localhost", server.port(), SmtpSecurity.NONE, null));
                Courier courier = courier(smtp, clock)) {
            add(maker.email("jane"));
            courier.deliverDue();
        }
        assertThat(new DeadLetters(store, clock).list(10))
                .singleElement()
                .extracting(DeadLetter::error)
                .isEqualTo("SMTP 550: 550 5.1.1 no such user");
    }

    private Courier courier(Transport email, InstantSource time) {
        Inbox inbox = new Inbox(store, Samples.keys(), 100);
        return new Courier(store, outbox, new Transports(inbox, email, null), time);
    }

    private void add(Message message) {
        store.write(tx -> {
            outbox.add(tx, outbox.seal(message));
            return true;
        });
        outbox.wake();
    }

    /** A pool's own function may take seconds for each message. */
    @Test
    void aMessageThatTakesLongKeepsNoOtherWaiting() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Transport slowForJane = new Transport() {
            @Override
            public Delivery send(Message message) {
                if (message.username().equals("jane")) {
                    busy.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException stopping) {
                        return new Delivery.Deferred("interrupted");
                    }
                }
                sent.add(message);
                return new Delivered();
            }

            @Override
            public void close() {}
        };
        try (Courier courier = courier(slowForJane, clock)) {
            courier.start();
            add(maker.email("jane"));
            busy.await();
            for (int i = 0; i < 40; i++) {
                Message message = maker.email("user" + i);
                add(message);
                assertThat(sent.poll(30, TimeUnit.SECONDS)).isEqualTo(message);
            }
            goOn.countDown();
            assertThat(sent.poll(30, TimeUnit.SECONDS))
                    .extracting(Message::username)
                    .isEqualTo("jane");
        }
    }
}
