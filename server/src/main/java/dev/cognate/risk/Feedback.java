package dev.cognate.risk;

import dev.cognate.directory.User;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.EventFeedbackType;
import dev.cognate.wire.model.FeedbackValueType;
import java.time.InstantSource;

/** What somebody says of an event afterwards; the last word counts. Reference: auth 23. */
final class Feedback {
    private final Store store;
    private final InstantSource clock;

    Feedback(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Notes it.
     *
     * @param provider who says so: {@code Admin} or {@code User}
     * @throws ResourceNotFoundException the user has no such event
     */
    void give(User user, String eventId, FeedbackValueType value, String provider) {
        EventFeedbackType given = new EventFeedbackType(value, provider, clock.instant());
        if (!store.<Boolean>write(tx -> EventsTable.judge(tx, user.pool(), user.sub(), eventId, given))) {
            throw new ResourceNotFoundException(Texts.NO_EVENT);
        }
    }
}
