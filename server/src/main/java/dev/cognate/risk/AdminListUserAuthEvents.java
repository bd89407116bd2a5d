package dev.cognate.risk;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.risk.EventsTable.Place;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AdminListUserAuthEventsRequest;
import dev.cognate.wire.model.AdminListUserAuthEventsResponse;
import dev.cognate.wire.model.AuthEventType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists what happened to a user, newest first, in pages of at most 60. Reference: auth 23. */
final class AdminListUserAuthEvents
        implements Operation<AdminListUserAuthEventsRequest, AdminListUserAuthEventsResponse> {
    private static final int LARGEST = 60;

    private final Risk.Collaborators with;

    AdminListUserAuthEvents(Risk.Collaborators with) {
        this.with = with;
    }

    @Override
    public AdminListUserAuthEventsResponse run(AdminListUserAuthEventsRequest request, Call call) {
        Pool pool = with.pools().require(new PoolId(request.userPoolId()), call);
        User user = with.users().find(pool, request.username()).require();
        Protected.pool(pool);
        Place after = place(request.nextToken());
        Integer asked = request.maxResults();
        int size = asked == null || asked == 0 ? LARGEST : asked;
        List<AuthEventType> found = with.store().read(tx -> {
            // The place is told in the clear: nobody goes on behind somebody else's event, or behind one that is over.
            if (request.nextToken() != null && !EventsTable.has(tx, user.pool(), user.sub(), after)) {
                throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
            }
            return with.events().table().page(tx, user.pool(), user.sub(), after, size + 1);
        });
        List<AuthEventType> page = found.subList(0, Math.min(size, found.size()));
        return new AdminListUserAuthEventsResponse(page, found.size() > size ? token(page.getLast()) : null);
    }

    /** The service's own form: {@code <EventId>#<time>}. It says where to go on, and nothing that the page did not. */
    private static String token(AuthEventType last) {
        return last.eventId() + "#" + Objects.requireNonNull(last.creationDate());
    }

    private static Place place(@Nullable String token) {
        if (token == null) {
            return Place.START;
        }
        String[] parts = token.split("#", -1);
        try {
            if (parts.length == 2) {
                Instant time = Instant.parse(parts[1]);
                // What is out of the store's range in milliseconds was never a time of an event.
                return new Place(Instant.ofEpochMilli(time.toEpochMilli()), parts[0]);
            }
        } catch (DateTimeException | ArithmeticException noTime) {
            throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
        }
        throw new InvalidParameterException(Texts.BAD_PAGE_TOKEN);
    }
}
