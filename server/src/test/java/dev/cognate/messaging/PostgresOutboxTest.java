package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import org.junit.jupiter.api.Test;

final class PostgresOutboxTest extends OutboxTest {

    @Override
    Store open() {
        return TestStores.postgres();
    }

    @Test
    void aMessageThatAnotherNodeMayBeSendingIsNotSentByOneThatBegins() {
        assertThat(isTakenOver()).isFalse();
    }
}
