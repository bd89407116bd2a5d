package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DeliveryMediumType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inbox does in a store; each database has a subclass. */
abstract class InboxTest {
    private final MovableClock clock = new MovableClock();
    private final Samples.Maker maker = new Samples.Maker(clock);
    private final Outbox outbox = new Outbox(Samples.keys(), Samples.away(), 0);
    private Store store = new NoStore();

    /** A new, empty store. */
    abstract Store open();

    @BeforeEach
    void start() {
        store = open();
    }

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void messagesAreFoundByPoolUsernameAndDestinationNewestFirst() {
        Inbox inbox = new Inbox(store, Samples.keys(), 1_000);
        Message first = maker.to(DeliveryMediumType.EMAIL, "jane", "jane@example.com");
        Message second = maker.to(DeliveryMediumType.SMS, "jane", "+12065550100");
        Message third = maker.to(DeliveryMediumType.EMAIL, "bob", "jane@example.com");
        deliver(inbox, List.of(first, second, third));
        assertThat(found(inbox, InboxQuery.newest(10))).containsExactly(third, second, first);
        assertThat(found(inbox, InboxQuery.newest(2))).containsExactly(third, second);
        assertThat(found(inbox, new InboxQuery(null, "jane", null, 10))).containsExactly(second, first);
        assertThat(found(inbox, new InboxQuery(null, null, "jane@example.com", 10)))
                .containsExactly(third, first);
        assertThat(found(inbox, new InboxQuery(Samples.POOL, "jane", "jane@example.com", 10)))
                .containsExactly(first);
        assertThat(found(inbox, new InboxQuery(new PoolId("eu-west-1_OTHER"), null, null, 10)))
                .isEmpty();
        assertThat(found(inbox, new InboxQuery(null, "Jane", null, 10))).isEmpty();
    }

    @Test
    void oneMessageCanBeFoundAndDeletedAndAllCleared() {
        Inbox inbox = new Inbox(store, Samples.keys(), 1_000);
        Message jane = maker.email("jane");
        Message bob = maker.email("bob");
        deliver(inbox, List.of(jane, bob));
        assertThat(inbox.find(jane.id())).isEqualTo(new InboxMessage(clock.instant(), jane));
        assertThat(inbox.delete(jane.id())).isTrue();
        assertThat(inbox.delete(jane.id())).isFalse();
        assertThat(inbox.find(jane.id())).isNull();
        inbox.clear();
        inbox.clear();
        assertThat(inbox.list(InboxQuery.newest(10))).isEmpty();
    }

    @Test
    void onlyTheNewestMessagesAreKept() {
        Inbox small = new Inbox(store, Samples.keys(), 700);
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            messages.add(maker.email("user" + i));
        }
        store.write(tx -> {
            small.put(tx, messages.stream().map(outbox::seal).toList(), clock.instant());
            return true;
        });
        small.arrived(2_000);
        small.trim();
        assertThat(found(small, InboxQuery.newest(1_000)))
                .containsExactlyElementsOf(messages.reversed().subList(0, 700));
    }

    @Test
    void theSizeIsLookedAtNowAndThenOnly() {
        Inbox tiny = new Inbox(store, Samples.keys(), 1);
        deliver(tiny, List.of(maker.email("a"), maker.email("b")));
        assertThat(tiny.list(InboxQuery.newest(10)))
                .as("the first arrivals look")
                .hasSize(1);
        deliver(tiny, List.of(maker.email("c"), maker.email("d")));
        assertThat(tiny.list(InboxQuery.newest(10))).as("the next ones do not").hasSize(3);
        tiny.arrived(10_000);
        tiny.trim();
        assertThat(tiny.list(InboxQuery.newest(10))).hasSize(1);
    }

    @Test
    void aMessageThatCannotBeReadIsLeftOut() {
        Inbox inbox = new Inbox(store, Samples.keys(), 1_000);
        Message jane = maker.email("jane");
        deliver(inbox, List.of(jane));
        Inbox withOtherKeys = new Inbox(store, Samples.otherKeys(), 1_000);
        assertThat(withOtherKeys.list(InboxQuery.newest(10))).isEmpty();
        assertThat(withOtherKeys.find(jane.id())).isNull();
    }

    @Test
    void theJsonHasEverythingThatAReaderNeeds() {
        Message message = new Message(
                "0199-id",
                Samples.POOL,
                Samples.CLIENT,
                "jane",
                "CustomMessage_ResendCode",
                DeliveryMediumType.EMAIL,
                "jane@example.com",
                "Your verification link",
                "<a href=\"x\">y</a>",
                "012345",
                "https://auth.example.com/confirmUser?x=1",
                clock.instant(),
                new MailSender("a@b.c", null, false, null, null));
        String json = new String(
                JsonOutput.encode(InboxMessage.page(List.of(new InboxMessage(clock.instant(), message)))),
                StandardCharsets.UTF_8);
        assertThat(json).isEqualTo("""
                [{"id":"0199-id","sentAt":"2026-11-21T10:00:00Z","userPoolId":"us-east-1_COGNATE01",\
                "clientId":"12a3b456c7de890f11g123hijk","username":"jane","triggerSource":"CustomMessage_ResendCode",\
                "medium":"EMAIL","destination":"jane@example.com","subject":"Your verification link",\
                "body":"<a href=\\"x\\">y</a>","code":"012345","link":"https://auth.example.com/confirmUser?x=1"}]""");
    }

    private void deliver(Inbox inbox, List<Message> messages) {
        store.write(tx -> {
            messages.forEach(message -> outbox.add(tx, outbox.seal(message)));
            return true;
        });
        new Courier(store, outbox, Transports.inboxOnly(inbox), clock).deliverDue();
    }

    private static List<Message> found(Inbox inbox, InboxQuery query) {
        return inbox.list(query).stream().map(InboxMessage::message).toList();
    }
}
