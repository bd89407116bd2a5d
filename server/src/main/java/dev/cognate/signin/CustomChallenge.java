package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.triggers.ChallengeRound;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/**
 * CUSTOM_CHALLENGE: the pool's functions look at an answer and decide what is next. Nothing is counted: how often somebody
 * may try is theirs to say. The session is used up first, so that the functions see each answer once. Reference: auth 6.7.
 */
final class CustomChallenge implements Challenge {
    private final Triggers triggers;
    private final Sessions sessions;
    private final Standing standing;
    private final Settlement settlement;
    private final Conversations conversations;
    private final CustomAuth custom;

    CustomChallenge(Ground ground, Conversations conversations, CustomAuth custom) {
        this.triggers = ground.with().triggers();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.settlement = new Settlement(ground);
        this.conversations = conversations;
        this.custom = custom;
    }

    @Override
    public List<String> required() {
        return List.of("ANSWER");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        ChallengeNameType name = ChallengeNameType.CUSTOM_CHALLENGE;
        Session session = sessions.require(step, claimant, name);
        String id = session.carried().conversation();
        Conversation conversation = id == null ? null : conversations.find(session.pool(), session.sub(), id);
        if (conversation == null) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        if (claimant instanceof Claimant.Known(User user)) {
            standing.require(user);
        }
        custom.requireDevice(step, claimant);
        settlement.useUp(session);
        boolean right = triggers.verifyAuthChallengeResponse(
                step.functions(),
                CustomAuth.about(step, claimant),
                conversation.privateParameters(),
                step.parameters().require("ANSWER"));
        ChallengeRound round = new ChallengeRound(name.wire(), right, conversation.metadata());
        return custom.next(step, claimant, conversation.after(round), session.carried());
    }
}
