package dev.cognate.risk;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminUpdateAuthEventFeedbackRequest;
import dev.cognate.wire.model.AdminUpdateAuthEventFeedbackResponse;

/** Notes whether an administrator holds an event for the user's own doing. Reference: auth 23. */
final class AdminUpdateAuthEventFeedback
        implements Operation<AdminUpdateAuthEventFeedbackRequest, AdminUpdateAuthEventFeedbackResponse> {
    private static final String PROVIDER = "Admin";

    private final Risk.Collaborators with;
    private final Feedback feedback;

    AdminUpdateAuthEventFeedback(Risk.Collaborators with, Feedback feedback) {
        this.with = with;
        this.feedback = feedback;
    }

    @Override
    public AdminUpdateAuthEventFeedbackResponse run(AdminUpdateAuthEventFeedbackRequest request, Call call) {
        Pool pool = with.pools().require(new PoolId(request.userPoolId()), call);
        User user = with.users().find(pool, request.username()).require();
        Protected.pool(pool);
        feedback.give(user, request.eventId(), request.feedbackValue(), PROVIDER);
        return new AdminUpdateAuthEventFeedbackResponse();
    }
}
