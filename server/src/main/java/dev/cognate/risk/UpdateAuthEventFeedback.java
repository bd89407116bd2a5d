package dev.cognate.risk;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.UpdateAuthEventFeedbackRequest;
import dev.cognate.wire.model.UpdateAuthEventFeedbackResponse;

/**
 * Notes whether a user says that an event was the user's own doing; the token of the message about the event proves who
 * says so. Whoever has no such token does not learn whether user or event exist. Reference: auth 23.
 */
final class UpdateAuthEventFeedback
        implements Operation<UpdateAuthEventFeedbackRequest, UpdateAuthEventFeedbackResponse> {
    private static final String PROVIDER = "User";

    private final Risk.Collaborators with;
    private final Feedback feedback;

    UpdateAuthEventFeedback(Risk.Collaborators with, Feedback feedback) {
        this.with = with;
        this.feedback = feedback;
    }

    @Override
    public UpdateAuthEventFeedbackResponse run(UpdateAuthEventFeedbackRequest request, Call call) {
        Pool pool = Protected.pool(with.pools().require(new PoolId(request.userPoolId())));
        User user = proved(request, with.users().find(pool, request.username()));
        feedback.give(user, request.eventId(), request.feedbackValue(), PROVIDER);
        return new UpdateAuthEventFeedbackResponse();
    }

    private User proved(UpdateAuthEventFeedbackRequest request, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(User user) when isProved(request, user) -> user;
            case Lookup.Found _, Lookup.Absent _ -> throw new NotAuthorizedException(Texts.FEEDBACK_TOKEN);
        };
    }

    private boolean isProved(UpdateAuthEventFeedbackRequest request, User user) {
        return with.events()
                .table()
                .isFeedbackToken(request.feedbackToken(), user.pool(), user.sub(), request.eventId());
    }
}
