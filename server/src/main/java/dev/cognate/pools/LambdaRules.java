package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.CustomEmailLambdaVersionConfigType;
import dev.cognate.wire.model.CustomSMSLambdaVersionConfigType;
import dev.cognate.wire.model.InboundFederationLambdaType;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.PreTokenGenerationVersionConfigType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that a pool calls. Reference: oauth-config B2. */
final class LambdaRules {
    private LambdaRules() {}

    static void check(String region, @Nullable LambdaConfigType lambda) {
        if (lambda == null) {
            return;
        }
        for (String function : functions(lambda)) {
            Arn arn = Arn.of(function);
            if (arn.service().equals("lambda") && !arn.region().equals(region)) {
                throw new InvalidParameterException(Texts.CROSS_REGION_LAMBDA);
            }
        }
        boolean sender = lambda.customSmsSender() != null || lambda.customEmailSender() != null;
        if (sender && lambda.kmsKeyId() == null) {
            throw new InvalidParameterException(Texts.SENDER_KEY_MISSING);
        }
        PreTokenGenerationVersionConfigType config = lambda.preTokenGenerationConfig();
        String older = lambda.preTokenGeneration();
        if (config != null && older != null && !older.equals(config.lambdaArn())) {
            throw new InvalidParameterException(Texts.TOKEN_TRIGGERS_DIFFER);
        }
    }

    private static List<String> functions(LambdaConfigType lambda) {
        List<String> functions = new ArrayList<>();
        Stream.of(
                        lambda.preSignUp(),
                        lambda.customMessage(),
                        lambda.postConfirmation(),
                        lambda.preAuthentication(),
                        lambda.postAuthentication(),
                        lambda.defineAuthChallenge(),
                        lambda.createAuthChallenge(),
                        lambda.verifyAuthChallengeResponse(),
                        lambda.preTokenGeneration(),
                        lambda.userMigration())
                .filter(Objects::nonNull)
                .forEach(functions::add);
        PreTokenGenerationVersionConfigType tokens = lambda.preTokenGenerationConfig();
        if (tokens != null) {
            functions.add(tokens.lambdaArn());
        }
        CustomSMSLambdaVersionConfigType sms = lambda.customSmsSender();
        if (sms != null) {
            functions.add(sms.lambdaArn());
        }
        CustomEmailLambdaVersionConfigType email = lambda.customEmailSender();
        if (email != null) {
            functions.add(email.lambdaArn());
        }
        InboundFederationLambdaType federation = lambda.inboundFederation();
        if (federation != null) {
            functions.add(federation.lambdaArn());
        }
        return functions;
    }
}
