package dev.cognate.triggers;

import dev.cognate.wire.model.LambdaConfigType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that a pool names. Reference: lifecycle I1. */
public final class PoolFunctions {
    private PoolFunctions() {}

    /** The ARNs by the names of the triggers, in the order of the reference; only those that are set. */
    public static Map<String, String> of(@Nullable LambdaConfigType lambdas) {
        Map<String, String> functions = new LinkedHashMap<>();
        if (lambdas == null) {
            return functions;
        }
        put(functions, "PreSignUp", lambdas.preSignUp());
        put(functions, "CustomMessage", lambdas.customMessage());
        put(functions, "PostConfirmation", lambdas.postConfirmation());
        put(functions, "PreAuthentication", lambdas.preAuthentication());
        put(functions, "PostAuthentication", lambdas.postAuthentication());
        put(functions, "DefineAuthChallenge", lambdas.defineAuthChallenge());
        put(functions, "CreateAuthChallenge", lambdas.createAuthChallenge());
        put(functions, "VerifyAuthChallengeResponse", lambdas.verifyAuthChallengeResponse());
        put(functions, "PreTokenGeneration", lambdas.preTokenGeneration());
        if (lambdas.preTokenGenerationConfig() != null) {
            put(
                    functions,
                    "PreTokenGeneration",
                    lambdas.preTokenGenerationConfig().lambdaArn());
        }
        put(functions, "UserMigration", lambdas.userMigration());
        if (lambdas.customSmsSender() != null) {
            put(functions, "CustomSMSSender", lambdas.customSmsSender().lambdaArn());
        }
        if (lambdas.customEmailSender() != null) {
            put(functions, "CustomEmailSender", lambdas.customEmailSender().lambdaArn());
        }
        if (lambdas.inboundFederation() != null) {
            put(functions, "InboundFederation", lambdas.inboundFederation().lambdaArn());
        }
        return functions;
    }

    private static void put(Map<String, String> functions, String trigger, @Nullable String arn) {
        if (arn != null) {
            functions.put(trigger, arn);
        }
    }
}
