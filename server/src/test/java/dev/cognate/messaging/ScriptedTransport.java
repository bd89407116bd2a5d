package dev.cognate.messaging;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transport that keeps what it is given and answers as a test wants it to. */
final class ScriptedTransport implements Transport {
    private final List<Message> sent = new CopyOnWriteArrayList<>();
    private volatile Delivery answer;

    ScriptedTransport(Delivery answer) {
        this.answer = answer;
    }

    void answer(Delivery next) {
        answer = next;
    }

    List<Message> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Delivery send(Message message) {
        sent.add(message);
        return answer;
    }

    @Override
    public void close() {}
}
