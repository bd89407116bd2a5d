package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UnexpectedLambdaException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.PreTokenGenerationVersionConfigType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door to a pool's Lambda functions: one method per trigger. Each waits for the function, up to three times the
 * runner's limit, so none may be called inside a transaction of the store. Without a function for the trigger a call
 * costs nothing and the answer changes nothing.
 *
 * <p>Every method may throw {@link UserLambdaValidationException} (the function failed),
 * {@link UnexpectedLambdaException} (it could not be run, or did not answer in time) and
 * {@link InvalidLambdaResponseException} (what it returned is not the event with a {@code response}). Reference:
 * lifecycle I1, I3. Safe for use by many threads.
 */
public final class Triggers implements AutoCloseable {
    private final Asking asking;

    /** Triggers over the given runners; the first that knows a function runs it. */
    public Triggers(List<? extends FunctionRunner> runners) {
        this.asking = new Asking(List.copyOf(runners));
    }

    /**
     * Asks whether somebody may sign up. Reference: lifecycle I5.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param userAttributes what the request gave, without {@code sub}
     * @param validationData the request's own, null when it has none
     * @param clientMetadata the request's own, null when it has none
     */
    public PreSignUpAnswer preSignUp(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            PreSignUpSource source,
            Map<String, String> userAttributes,
            @Nullable Map<String, String> validationData,
            @Nullable Map<String, String> clientMetadata) {
        String function = lambdas == null ? null : lambdas.preSignUp();
        if (function == null) {
            return PreSignUpAnswer.NOTHING;
        }
        return asking.ask(
                function,
                new PreSignUpEvent(origin, source, userAttributes, validationData, clientMetadata),
                PreSignUpAnswer::read);
    }

    /**
     * Tells that a user is confirmed. Called after the state is committed; a fault reaches the client and nothing is
     * rolled back. Reference: lifecycle I6.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}
     * @param clientMetadata the request's own, null when it has none
     */
    public void postConfirmation(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            PostConfirmationSource source,
            Map<String, String> userAttributes,
            @Nullable Map<String, String> clientMetadata) {
        String function = lambdas == null ? null : lambdas.postConfirmation();
        if (function != null) {
            asking.ask(
                    function,
                    new PostConfirmationEvent(origin, source, userAttributes, clientMetadata),
                    (in, at, violations) -> skipMembers(in));
        }
    }

    /**
     * Asks for the text of a message. Reference: lifecycle I7.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param triggerSource the occasion, as in {@code CustomMessage_SignUp}
     * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}
     * @param withUsername whether the text holds {@code {username}}: only for invitations
     * @param clientMetadata the request's own, null when it has none
     */
    public CustomMessageAnswer customMessage(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            String triggerSource,
            Map<String, String> userAttributes,
            boolean withUsername,
            @Nullable Map<String, String> clientMetadata) {
        String function = lambdas == null ? null : lambdas.customMessage();
        if (function == null) {
            return CustomMessageAnswer.NOTHING;
        }
        return asking.ask(
                function,
                new CustomMessageEvent(origin, triggerSource, userAttributes, withUsername, clientMetadata),
                CustomMessageAnswer::read);
    }

    /**
     * Asks for a user whom the pool does not have.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param origin with the name as it was typed
     * @param password what the user typed, null for ForgotPassword
     * @param validationData the {@code ClientMetadata} of a sign-in, null when it has none
     * @param clientMetadata the request's own, null when it has none
     * @return {@link UserMigrationAnswer#NOTHING} without a function. Reference: lifecycle I9
     */
    public UserMigrationAnswer userMigration(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            UserMigrationSource source,
            @Nullable String password,
            @Nullable Map<String, String> validationData,
            @Nullable Map<String, String> clientMetadata) {
        String function = lambdas == null ? null : lambdas.userMigration();
        if (function == null) {
            return UserMigrationAnswer.NOTHING;
        }
        return asking.ask(
                function,
                new UserMigrationEvent(origin, source, password, validationData, clientMetadata),
                UserMigrationAnswer::read);
    }

    /**
     * Asks whether somebody may try to sign in; before the password is looked at. Reference: lifecycle I10.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}; empty for nobody
     * @param validationData the {@code ClientMetadata} of the request, null when it has none
     * @param userNotFound whether there is no such user; null where that is no secret
     */
    public void preAuthentication(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            Map<String, String> userAttributes,
            @Nullable Map<String, String> validationData,
            @Nullable Boolean userNotFound) {
        String function = lambdas == null ? null : lambdas.preAuthentication();
        if (function != null) {
            asking.ask(
                    function,
                    new PreAuthenticationEvent(origin, userAttributes, validationData, userNotFound),
                    (in, at, violations) -> skipMembers(in));
        }
    }

    /**
     * Tells that a user has proved everything and is about to get tokens; a fault keeps them back. Reference: lifecycle
     * I10.
     *
     * @param lambdas the pool's functions, null when it has none
     * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}
     * @param newDeviceUsed whether the pool tracks devices, and the client is about to be told of a new one
     * @param clientMetadata the request's own, null when it has none
     */
    public void postAuthentication(
            @Nullable LambdaConfigType lambdas,
            Origin origin,
            Map<String, String> userAttributes,
            boolean newDeviceUsed,
            @Nullable Map<String, String> clientMetadata) {
        String function = lambdas == null ? null : lambdas.postAuthentication();
        if (function != null) {
            asking.ask(
                    function,
                    new PostAuthenticationEvent(origin, userAttributes, newDeviceUsed, clientMetadata),
                    (in, at, violations) -> skipMembers(in));
        }
    }

    /** Whether a pool has the three functions of a custom sign-in. */
    public static boolean haveCustomAuth(@Nullable LambdaConfigType lambdas) {
        return lambdas != null
                && lambdas.defineAuthChallenge() != null
                && lambdas.createAuthChallenge() != null
                && lambdas.verifyAuthChallengeResponse() != null;
    }

    /**
     * Asks what is next in a custom sign-in. Reference: auth 4.3, 24.3.
     *
     * @param lambdas the pool's functions
     * @param session the challenges so far
     * @throws InvalidLambdaResponseException also when there is no function any more
     */
    public DefineAuthChallengeAnswer defineAuthChallenge(
            @Nullable LambdaConfigType lambdas, CustomAuthUser user, List<ChallengeRound> session) {
        String function = required(lambdas == null ? null : lambdas.defineAuthChallenge());
        return asking.ask(function, new DefineAuthChallengeEvent(user, session), DefineAuthChallengeAnswer::read);
    }

    /** Asks for a challenge of a custom sign-in; as {@link #defineAuthChallenge}. */
    public CreateAuthChallengeAnswer createAuthChallenge(
            @Nullable LambdaConfigType lambdas, CustomAuthUser user, List<ChallengeRound> session) {
        String function = required(lambdas == null ? null : lambdas.createAuthChallenge());
        return asking.ask(function, new CreateAuthChallengeEvent(user, session), CreateAuthChallengeAnswer::read);
    }

    /**
     * Asks whether an answer of a custom sign-in is right; as {@link #defineAuthChallenge}.
     *
     * @param privateParameters as CreateAuthChallenge returned them
     * @param answer as the client sent it
     * @throws InvalidLambdaResponseException also when the function does not say
     */
    public boolean verifyAuthChallengeResponse(
            @Nullable LambdaConfigType lambdas,
            CustomAuthUser user,
            Map<String, String> privateParameters,
            String answer) {
        String function = required(lambdas == null ? null : lambdas.verifyAuthChallengeResponse());
        Boolean correct = asking.ask(
                        function,
                        new VerifyAuthChallengeResponseEvent(user, privateParameters, answer),
                        (in, at, violations) -> new Verdict(readAnswerCorrect(in)))
                .correct;
        if (correct == null) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
        return correct;
    }

    private record Verdict(@Nullable Boolean correct) {}

    private static @Nullable Boolean readAnswerCorrect(JsonInput in) {
        Boolean correct = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            if (name.equals("answerCorrect")) {
                correct = in.bool();
            } else {
                in.skip();
            }
        }
        return correct;
    }

    private static String required(@Nullable String function) {
        if (function == null) {
            throw new InvalidLambdaResponseException(Texts.UNRECOGNIZABLE);
        }
        return function;
    }

    /**
     * Asks how tokens are to be changed. Reference: lifecycle I11, auth 24.4.
     *
     * @param lambdas the pool's functions, null when it has none
     */
    public PreTokenGenerationAnswer preTokenGeneration(
            @Nullable LambdaConfigType lambdas, Origin origin, TokenGeneration generation) {
        String function = lambdas == null ? null : tokenFunction(lambdas);
        if (lambdas == null || function == null) {
            return PreTokenGenerationAnswer.NOTHING;
        }
        PreTokenGenerationEvent.Version version = tokenVersion(lambdas);
        if (generation.source() == TokenGenerationSource.CLIENT_CREDENTIALS
                && version != PreTokenGenerationEvent.Version.V3) {
            return PreTokenGenerationAnswer.NOTHING;
        }
        return asking.ask(
                function,
                new PreTokenGenerationEvent(origin, version, generation),
                version == PreTokenGenerationEvent.Version.V1
                        ? PreTokenGenerationAnswer::readFirst
                        : PreTokenGenerationAnswer::readLater);
    }

    /** Whether a pool has a function that is asked before tokens are made. */
    public static boolean haveTokenFunction(@Nullable LambdaConfigType lambdas) {
        return lambdas != null && tokenFunction(lambdas) != null;
    }

    private static @Nullable String tokenFunction(LambdaConfigType lambdas) {
        PreTokenGenerationVersionConfigType config = lambdas.preTokenGenerationConfig();
        return config == null ? lambdas.preTokenGeneration() : config.lambdaArn();
    }

    private static PreTokenGenerationEvent.Version tokenVersion(LambdaConfigType lambdas) {
        PreTokenGenerationVersionConfigType config = lambdas.preTokenGenerationConfig();
        return config == null
                ? PreTokenGenerationEvent.Version.V1
                : switch (config.lambdaVersion()) {
                    case V1_0 -> PreTokenGenerationEvent.Version.V1;
                    case V2_0 -> PreTokenGenerationEvent.Version.V2;
                    case V3_0 -> PreTokenGenerationEvent.Version.V3;
                };
    }

    /**
     * Makes one attempt at running a function with any event, and says what came of it.
     *
     * @param function the ARN of the function
     * @param event the event as JSON
     */
    public FunctionResult once(String function, String event) {
        return asking.once(function, event);
    }

    /** Closes the runners. */
    @Override
    public void close() {
        asking.close();
    }

    private static Boolean skipMembers(JsonInput in) {
        while (in.nextMember() != null) {
            in.skip();
        }
        return true;
    }
}
